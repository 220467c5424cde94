/**
 * What is to be known of a question besides its line, in Vietnamese, by its key. The English stands where the question is declared; each that says
 * something there has its words here.
 */
export const detailsInVietnamese: Readonly<Record<string, string>> = {
  "session.now": "Ai đang hỏi, được làm gì, đăng nhập bằng cách nào; trả lời mọi người.",
  "session.signIn": "Đăng nhập bằng mật khẩu; câu trả lời đặt cookie.",
  "session.secondFactor": "Bước xác thực thứ hai: mã của ứng dụng xác thực, hoặc một mã dự phòng.",
  "session.link": "Đăng nhập bằng liên kết dùng một lần: `token` là phần liên kết mang theo.",
  "session.demonstration": "Đăng nhập với vai minh họa, chỉ có ở bản trình diễn.",
  "session.provider":
    "Địa chỉ cần đến để đăng nhập ở nhà cung cấp danh tính; `again`: nhà cung cấp phải hỏi lại dù đã biết là ai.",
  "session.confirm":
    "Chứng tỏ lại đúng là người ấy đang hỏi, bằng mọi yếu tố họ có: mật khẩu nếu đã đặt, mã xác thực nếu đã bật. Trong mười lăm phút sau đó, cũng như sau khi đăng nhập, đổi được mật khẩu, yếu tố xác thực và phiên.",
  "session.password": "Đặt mật khẩu lần đầu, hoặc đổi khi nêu mật khẩu cũ. Mọi phiên khác kết thúc.",
  "session.startSecondFactor": "Bắt đầu xác thực hai bước: địa chỉ cho ứng dụng xác thực và các mã dự phòng.",
  "session.calendar": "Địa chỉ bí mật của lịch người hỏi; null khi chưa có.",
  "session.renewCalendar": "Cấp địa chỉ, hoặc địa chỉ khác: địa chỉ trước không còn hiện gì.",
  "session.calendarFile":
    "Những việc liên quan đến chủ địa chỉ, đến hết năm sau, dạng iCalendar để đăng ký theo dõi. Ai có địa chỉ thì đọc được, vì ứng dụng lịch không đăng nhập. Khóa nằm trong phần truy vấn, không ghi vào nhật ký nào, hoặc gửi như mật khẩu (HTTP Basic).",
  "sessions.list": "Mới nhất trước.",
  "sessions.endOthers": "Kết thúc mọi phiên trừ phiên đang hỏi.",
  "devices.token": "Có `token` khi đã có người cho thiết bị vào.",
  "people.list": "Mọi người với mọi quyền được giao, kể cả quyền đã hết; như đã biết ở một thời điểm.",
  "people.history": "Những gì đã ghi về một người, theo thứ tự ghi.",
  "people.account":
    "Những gì đã xảy ra với tài khoản, theo thứ tự: khóa, mật khẩu, xác thực hai bước, phiên bị kết thúc, lần đăng nhập bị từ chối.",
  "people.invite":
    "Mời một người và trả về liên kết dùng một lần; hệ thống đối tác (`kind: system`) không có liên kết.",
  "people.link": "Một liên kết dùng một lần nữa cho một người.",
  "people.end": "Kết thúc một quyền: sau ngày `last`, không nêu thì ngay lập tức.",
  "people.close": "Khóa tài khoản: phiên và khóa hết hiệu lực ngay, các quyền không còn.",
  "people.endSessions": "Kết thúc mọi phiên của một người; người ấy đăng nhập lại được.",
  "people.endAllSessions": "Kết thúc phiên của mọi người, trừ phiên đang hỏi; trả lời số người có phiên bị kết thúc.",
  "people.endSecondFactor":
    "Bỏ yếu tố thứ hai của người đã mất nó và kết thúc các phiên: họ đăng nhập lại bằng mật khẩu hoặc liên kết mới rồi lập lại. `known` nêu đã nhận ra người yêu cầu bằng cách nào, chắc chắn như khi mời; được ghi vào nhật ký kiểm toán.",
  "keys.create":
    "Lập khóa cho hệ thống của đối tác, nêu bằng mã hoặc địa chỉ thư (`person`); khóa chỉ hiện một lần, trong câu trả lời này.",
  "units.list":
    "Không có `as_of`: hôm nay. `counts` là của cả nước vào ngày đó; mọi mục đều còn hiệu lực ngày đó. Không có `q`: theo thứ tự tiếng Việt, có `parent` thì các đơn vị trực thuộc. Có `q`: khớp nhất trước, có `parent` thì mọi cấp dưới; tên cũ dẫn về đơn vị hôm nay, `hits` cho biết tên nào khớp và có hiệu lực khi nào.",
  "units.tree":
    "Cả cây đơn vị vào một ngày trong một câu trả lời: mọi đơn vị của cả nước, hoặc của `unit` và cấp dưới. Danh sách phẳng, cấp cao trước, mỗi cấp theo thứ tự tiếng Việt: đơn vị đứng sau đơn vị mà `parentId` nêu. Khoảng 11.000 đơn vị, 0,4 MB khi nén, cho ba cấp của năm 2024. 404 nếu ngày đó không có `unit`.",
  "units.get": "`above`: các đơn vị cấp trên vào ngày đó, gần nhất trước.",
  "units.lineage":
    "Đơn vị mang mã vào ngày `as_of` là gì vào ngày `on`, qua bao nhiêu lần sắp xếp cũng được, kèm tỷ lệ. Với một ngày chỉ có một phía: `predecessors` nếu ngày ấy trước `as_of`, nếu không thì `successors`. Không có `on`: cả hai phía, trước sự kiện đầu và sau sự kiện cuối đã biết; null khi phía đó không có sự kiện. Có `weight` (“population”, “areaKm2”…) thì tỷ lệ theo riêng đại lượng đó.",
  "units.history":
    "Lịch sử của đơn vị và của các đơn vị đã nhập vào nó, cũ nhất trước, mỗi sự kiện một câu bằng hai ngôn ngữ.",
  "map.get":
    "Các đơn vị một cấp của tỉnh vào một ngày, kèm hình. Có `known_at`: theo danh mục đã biết lúc đó; đường ranh và tâm luôn là bản hiện tại. Mặc định hôm nay, cấp xã, `zoom` 1. Đơn vị có ranh giới hoặc tâm đều có hình; `undrawn` nêu mã các đơn vị không có. Vẽ ranh giới khi ít nhất một nửa số đơn vị có ranh giới, các đơn vị còn lại là ô; nếu ít hơn thì toàn bộ là ô. `days`: các ngày địa bàn thay đổi, cũ nhất trước, cho thanh thời gian.",
  "boundaries.list":
    "Mọi tệp đã ghi đến `known_at`, cho đơn vị của ngày không sau `as_of`, mới nhất trước; kể cả tệp đã được thay.",
  "boundaries.check": "Điều cần nói về một tệp; không ghi gì.",
  "boundaries.record":
    "Ghi ranh giới trong tệp, ghi cả hoặc không ghi gì, thay ranh giới cũ của cùng địa bàn. `unchanged`: chính tệp này đang có hiệu lực cho ngày đó. 409 nếu đơn vị vừa đổi.",
  "reorganisations.list": "Mọi lần sắp xếp đã áp dụng, kể cả lần đã rút, theo thứ tự áp dụng.",
  "reorganisations.get":
    "Một lần sắp xếp với nội dung (gửi lại nguyên văn cho `apply` được) và mức thay đổi. Bản mới nhất của mã đó.",
  "reorganisations.preview": "Một lần sắp xếp sẽ làm gì, trước khi ghi.",
  "reorganisations.apply":
    "Ghi một lần sắp xếp, ghi cả hoặc không ghi gì. Có `version` của bản xem trước thì chỉ ghi trên đúng danh mục ấy: 409 nếu đã đổi.",
  "reorganisations.undo": "Rút một lần sắp xếp; 409 khi lần sau dựa vào nó. Nội dung gửi là đối tượng rỗng.",
  "criteria.list":
    "Như đã biết ở một thời điểm (bây giờ): các bộ đã nạp đến lúc đó; có `as_of` thì các bộ có giai đoạn chứa ngày đó.",
  "criteria.get": "Không có `as_of`: bộ tiêu chí với cả lịch sử; có thì như hiệu lực ngày đó, và `asOf` nói rõ.",
  "criteria.versions": "Mọi điều bộ tiêu chí từng nói, mới nhất trước: khi nào, ai nạp, từ tệp nào.",
  "criteria.preview": "Một tệp sẽ làm gì; không ghi gì.",
  "criteria.load":
    "Nạp các bộ trong tệp, nạp cả hoặc không nạp gì, thay bộ cùng mã. `knownFrom`: thời điểm từ đó chúng được biết; hỏi theo thời điểm trước thì mọi câu trả lời như cũ. Null khi mọi bộ trong tệp không khác bản trước.",
  "criteria.differences":
    "Bộ `with` đòi hỏi gì so với bộ này: vào ngày `as_of`, hoặc mỗi bộ ở cuối giai đoạn của nó. `frames`: những bộ mới biết khung, nên điều bộ kia đòi hỏi không phải là bị bỏ: chưa biết.",
  "criteria.results": "Phụ lục 01 của một văn bản.",
  "observations.history":
    "Mọi số liệu từng ghi của một đơn vị, hoặc của một số liệu, theo thứ tự ghi; như đã biết lúc `known_at`.",
  "observations.inForce":
    "Số liệu có hiệu lực của mọi đơn vị cấp `level` (xã) thuộc `unit`, hoặc cả nước, vào ngày đó: từng đơn vị một, dạng dòng (NDJSON) bao nhiêu cũng được.",
  "observations.record":
    "Ghi một lô, ghi cả hoặc không ghi gì: từ chối thì nêu mọi lỗi của mọi dòng (`rows[3].value`).",
  "observations.move":
    "Chuyển bước duyệt của số liệu, chuyển cả lô hoặc không gì; ai được chuyển do quy trình duyệt (`workflow`) quyết định.",
  "observations.rebuild": "Dựng lại các bảng dẫn xuất từ sổ ghi. Nội dung gửi là đối tượng rỗng.",
  "observations.inputs":
    "Mọi số liệu mà các bộ tiêu chí hỏi, như đã biết ở một thời điểm (bây giờ), theo thứ tự các bộ; có `as_of` thì của các bộ có giai đoạn chứa ngày đó.",
  "observations.ofUnit": "Biểu của một đơn vị: mọi số liệu mà các bộ của cấp và tỉnh nó hỏi vào ngày đó.",
  "observations.ofInput":
    "Một số liệu thành một cột: các đơn vị cấp `level` (xã) thuộc `unit`, hoặc cả nước, vào ngày đó.",
  "observations.data":
    "Số liệu theo thời gian, thông điệp dữ liệu SDMX-JSON 2.0, gửi dần khi đọc; docs/open-formats.md nói rõ nội dung. Mọi giá trị có hiệu lực đến ngày đó, không chỉ giá trị mới nhất; không gồm các đơn vị đã thôi hiệu lực.",
  "observations.structure":
    "Thông điệp cấu trúc của cùng câu hỏi: khái niệm, bảng mã đơn vị và chỉ số, cấu trúc dữ liệu, luồng dữ liệu.",
  "evidence.keep":
    "Lưu tệp chứng minh số liệu: PDF, JPEG, PNG, WebP, DOCX, XLSX, ODT, ODS, đến 25 MB. Nội dung gửi là chính tệp, `name` là tên tệp; loại tệp nhận ra từ nội dung. Tệp đã có thì không ghi lại, câu trả lời mang tên đặt lần đầu. Không nhận biểu mẫu `multipart/form-data`: trang khác có thể gửi khi người dùng không hay.",
  "evidence.file":
    "Chính tệp ấy, với tên của nó. Nội dung không bao giờ đổi, có thể có thông tin cá nhân nên trình duyệt không giữ lại.",
  "series.asked":
    "Một số liệu trên ranh giới của ngày bất kỳ: với các đơn vị cấp `level` (xã) thuộc `unit` vào ngày `boundaries` (như `as_of`), giá trị vào ngày `as_of` (hôm nay), theo thứ tự tiếng Việt. `unit` là mã vào ngày `boundaries`. Giá trị chuyển theo quy tắc riêng của số liệu: chính xác khi nguồn gốc cho phép, trong khoảng khi đơn vị bị chia, từ chối kèm lý do nếu không. Hỏi lại với `knownAt` thì nhận lại đúng như cũ; null khi chưa ghi gì.",
  "assessments.unit": "Kết quả một đơn vị, kèm vì sao. Không có `set`: mọi bộ của cấp ấy đang hiệu lực ngày đó.",
  "assessments.whatIf": "Như `unit`, thay một số giá trị; không ghi gì. `value` null: như chưa từng báo cáo.",
  "assessments.matrix":
    "Các đơn vị thuộc cấp của bộ tiêu chí, dưới `unit` (không nêu: cả nước), theo từng tiêu chí. `set` có thể là bộ quốc gia: đơn vị của tỉnh có bộ riêng được xét theo bộ ấy.",
  "assessments.group":
    "Cũng các đơn vị ấy, gộp lại; có `from` thì thêm điều đã đổi từ ngày đó. `top`: bao nhiêu mục của `nearest` và `debt` (20). `bands`: các khoảng số tiêu chí để nhóm, “0-6,7-9,10-19”; không nêu thì theo báo cáo.",
  "assessments.replacement":
    "Cũng các đơn vị ấy được và mất gì khi bộ `with` thay bộ `set`, với số liệu của ngày đó. `with` có thể là bộ mới biết khung: khi đó `frame` nói rõ, kèm những gì đơn vị đang đạt ở bộ cũ.",
  "assessments.targets": "Các chỉ tiêu của kế hoạch và mức đạt vào ngày đó.",
  "proofs.unit":
    "Chứng cứ của kết luận về một đơn vị theo một bộ: dựa vào những gì, niêm phong, kiểm tra được không cần máy chủ. Hỏi lại với `knownAt` của câu trả lời thì giống từng byte. `accept: text/markdown` cho phụ lục để in, theo ngôn ngữ của `accept-language`.",
  "proofs.annex":
    "Chứng cứ ấy thành tệp để lưu hoặc in: phụ lục Word (`docx`, mặc định), Markdown (`md`), hoặc chính chứng cứ niêm phong (`json`). Tiếng Việt, trừ khi `lang` là `en`.",
  "movements.group":
    "Vì sao số của các đơn vị thuộc `unit` (không nêu: cả nước) đổi giữa hai ngày, mỗi ngày như đã biết ở một thời điểm: `to` là hôm nay, hai thời điểm là bây giờ, trừ khi nêu. `unit` gọi bằng mã vào ngày `to`, hoặc ngày `from` nếu ngày `to` không đơn vị nào mang mã ấy.",
  "funding.tables": "Phụ lục 02 và các biểu tương tự như văn bản in, ghép lại từ các bút toán.",
  "funding.sources": "Cây nguồn vốn, nguồn cha trước nguồn con.",
  "funding.stated": "Các năm, giai đoạn, cấp có số liệu vốn của đơn vị, kèm tổng: những gì hỏi được.",
  "funding.pivot":
    "Nguồn bất kỳ theo các đơn vị trực thuộc, cho một năm ngân sách và một giai đoạn. `tier`: cộng ở cấp nào; không nêu thì cấp cao nhất dưới đơn vị có số liệu.",
  "funding.stages": "Từ kế hoạch đến thanh toán, theo nguồn; so với lịch của niên độ.",
  "funding.years":
    "Năm này so với năm khác, theo nguồn, mỗi năm ở giai đoạn của nó (`stage` trừ khi nêu `from_stage`) và cấp cao nhất có số liệu.",
  "funding.entries": "Từng bút toán, theo thứ tự ghi: của một đơn vị và cấp dưới, hoặc của một công trình.",
  "funding.activities":
    "Vốn của đơn vị và cấp dưới thành các hoạt động IATI 2.03 (XML), mỗi đơn vị và nguồn một hoạt động; docs/open-formats.md nói rõ nội dung. Mỗi năm và giai đoạn chỉ lấy số liệu của một cấp để không tính hai lần: cấp mà bảng `pivot` cộng, trừ khi nêu cấp khác.",
  "funding.record": "Ghi một lô, ghi cả hoặc không ghi gì: từ chối thì nêu mọi lỗi của mọi dòng (`rows[3].amount`).",
  "works.list": "Các công trình, chậm nhất trước.",
  "works.one": "Một công trình với mọi điều đã ghi, những gì đang vướng vì nó, và vốn của nó.",
  "works.batches": "Các đợt với đường găng, và các huyện đặt cạnh nhau.",
  "works.curve": "Kế hoạch, thi công, thanh toán đặt cạnh nhau, theo tỷ trọng giá trị.",
  "works.slips": "Các công trình đang giữ lại tiêu chí, nặng nhất trước.",
  "works.debt": "Nợ xây dựng cơ bản theo công trình, nhiều nhất trước; và theo đơn vị trực thuộc.",
  "works.land": "Đất các hộ đã hiến, theo đơn vị trực thuộc.",
  "works.alerts":
    "Các quy tắc cảnh báo vào ngày đó. `counts`: mỗi quy tắc báo bao nhiêu lần, theo thứ tự `rules`; `items`: từng quy tắc, nặng nhất trước; mỗi quy tắc nhiều nhất `each` mục.",
  "works.releases":
    "Các công trình thành gói phát hành Open Contracting 1.1: mỗi công trình một bản, như vào ngày đó; docs/open-formats.md nói rõ nội dung. Địa chỉ của gói nêu ngày và thời điểm để hỏi lại được đúng gói ấy.",
  "works.records": "Cũng thế, thành gói hồ sơ: bản phát hành của từng công trình và bản gộp.",
  "works.approve": "Ghi một đợt với các công trình, ghi cả hoặc không ghi gì.",
  "works.report": "Ghi báo cáo về công trình, ghi cả lô hoặc không ghi gì.",
  "works.giveLand": "Ghi đất các hộ đồng ý hiến.",
  "works.followLand": "Ghi diễn biến sau đó: đã bàn giao mặt bằng, đã chỉnh lý hồ sơ, đã hỗ trợ, rút lại.",
  "assignments.list": "Nhiệm vụ như văn bản in. Không có `as_of`: hôm nay.",
  "assignments.tasks": "Nhiệm vụ và từng kỳ của nó, theo thứ tự trong văn bản; `sort=due`: gấp nhất trước.",
  "assignments.due": "Việc đến hạn từ ngày đó trong bấy nhiêu ngày (14), và mọi việc quá hạn.",
  "assignments.task": "Một nhiệm vụ với mọi diễn biến, các việc con, và những gì nó đang chờ.",
  "assignments.timeline": "Nhiệm vụ của một văn bản theo thời gian, với đường găng và những chỗ ngày không nhất quán.",
  "assignments.load": "Ai còn nợ việc gì, ai chậm và chậm bao lâu; chậm nhiều ngày nhất trước.",
  "assignments.calendar":
    "Các ngày nhiệm vụ đến hạn, đến hết năm sau, dạng iCalendar để đăng ký theo dõi. Mỗi nhiệm vụ chưa nghiệm thu, chưa hủy là một sự kiện; UID không đổi. Tiếng Việt, trừ khi `lang` là `en`.",
  "assignments.record": "Ghi diễn biến nhiệm vụ, ghi cả lô hoặc không ghi gì: từ chối thì nêu mọi lỗi của mọi dòng.",
  "agencies.list":
    "Cơ quan theo tên, vào một ngày (hôm nay); kể cả cơ quan đã thôi hoạt động, kèm cơ quan tiếp nhận; `unit`: của một tỉnh.",
  "agencies.one": "Một cơ quan với các tên theo thời gian, đã tiếp nhận gì từ đâu, và còn nợ việc gì vào ngày đó.",
  "agencies.calendar": "Ngày nghỉ và ngày làm bù giữa hai ngày, và tên các ngày lễ.",
  "agencies.period": "Ngày cuối của một thời hạn bấy nhiêu ngày sau một ngày, tính như luật tính.",
  "recommendations.list": "Theo thứ tự trong văn bản; kiến nghị gửi nhiều đơn vị là một dòng.",
  "recommendations.one":
    "Một kiến nghị với trả lời, biện pháp, nhiệm vụ, và điều được nói bên cạnh điều được chứng minh.",
  "recommendations.limitations": "Hạn chế và nguyên nhân mà văn bản nêu, theo nhóm, kèm số liệu và đơn vị liên quan.",
  "recommendations.record": "Ghi trả lời, biện pháp và kết quả, ghi cả lô hoặc không ghi gì.",
  "dossiers.list": "Của một đơn vị và mọi cấp dưới.",
  "dossiers.procedures":
    "Một cấp xét một danh hiệu theo trình tự nào vào một ngày (hôm nay), như đã biết ở một thời điểm (bây giờ), và ai đã nạp.",
  "dossiers.previewProcedures": "Một tệp trình tự sẽ làm gì; không ghi gì.",
  "dossiers.loadProcedures":
    "Nạp các trình tự trong tệp, nạp cả hoặc không nạp gì, thay trình tự cùng mã. `knownFrom`: thời điểm từ đó chúng được biết; null khi không khác bản trước. Hồ sơ đang mở giữ trình tự đã biết khi mở.",
  "dossiers.check": "Có mở được hồ sơ cho đơn vị không, và mọi lý do nếu không. Không thay đổi gì.",
  "dossiers.bundle":
    "Hồ sơ, tình trạng, thẩm định thử, chứng cứ và mã băm giấy tờ trong một tệp niêm phong mà `ntm verify` kiểm tra được không cần máy chủ. Hỏi lại với cùng ngày và thời điểm thì giống từng byte.",
  "dossiers.rehearsal": "Hội đồng thẩm định sẽ thấy gì.",
  "dossiers.open": "Mở hồ sơ, mở cả lô hoặc không gì.",
  "dossiers.record": "Ghi diễn biến hồ sơ, ghi cả lô hoặc không ghi gì.",
  "dossiers.survey": "Đọc một cuộc khảo sát: tỷ lệ, và đã đủ người trả lời chưa. Không thay đổi gì.",
  "inventory.list":
    "Các mục, mới nhất trước; `year`: ngày trong năm nào; `expiring`: chỉ giấy chứng nhận còn tính và hết hạn trong bấy nhiêu ngày.",
  "inventory.counts":
    "Mỗi loại có bao nhiêu, theo đơn vị trực thuộc và tổng cộng, so với chỉ tiêu của kế hoạch trong năm.",
  "inventory.record": "Ghi các mục, ghi cả lô hoặc không ghi gì.",
  "inventory.follow": "Ghi diễn biến: thôi, xếp hạng lại, rút lại.",
  "audit.list":
    "Mới nhất trước: của một đơn vị và cấp dưới, của một người, của một loại. `include=technical`: cả những gì chỉ chương trình dùng, và từng phần của một lần nạp dữ liệu kèm chương trình (bình thường chỉ là một mục); hỏi một loại thì có tất cả của loại đó.",
  "audit.entry": "Toàn bộ một mục: mọi dòng, không cắt bớt nội dung.",
  "audit.sealed": "Như đã niêm phong, theo thứ tự số: ai theo chuỗi thì không cần tin chương trình này.",
  "audit.differences":
    "Dữ liệu không đúng như nhật ký ghi: bị sửa, bị xóa hoặc được thêm mà không có mục nào; và số liệu đang dùng không phải điều tính ra từ những gì đã ghi. Trống nếu tất cả nguyên như khi ghi. Theo chuỗi sau đó, ít nhất đến `head`, thì chứng minh được nhật ký đã dùng để đối chiếu.",
  "audit.checkpoint": "Cuối chuỗi, hoặc dấu niêm phong ở một mục: nên giữ ở nơi mà người ghi được ở đây không với tới.",
  "changes.list":
    "Mọi thay đổi từ một con trỏ, mỗi thay đổi một lần, theo thứ tự hoàn tất. `wait`: số giây chờ khi chưa có gì. Có cả NDJSON, đến hiện tại.",
  "webhooks.list": "Của mình; quản trị hệ thống thấy của mọi người.",
  "webhooks.create": "Bắt đầu gửi những gì thay đổi từ bây giờ, hoặc từ một mục.",
  "webhooks.rotate": "Khóa ký khác; khóa trước còn ký bên cạnh một ngày.",
  "webhooks.switch": "Tắt, hoặc bật lại.",
  "webhooks.replay": "Gửi lại mọi thứ từ một mục.",
  "webhooks.deliveries": "Các lần gửi, mới nhất trước."
}
