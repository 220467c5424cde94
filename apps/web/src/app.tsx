import type { Client } from "@ntm/contract"
import { Route, Router } from "@solidjs/router"
import { type QueryClient, QueryClientProvider } from "@tanstack/solid-query"
import { lazy } from "solid-js"
import { ClientProvider } from "./data/client.ts"
import { OverviewPage } from "./overview/overview-page.tsx"
import { NotFoundPage } from "./shell/not-found-page.tsx"
import { Shell } from "./shell/shell.tsx"

const CriteriaPage = lazy(() => import("./criteria/criteria-page.tsx"))
const PivotPage = lazy(() => import("./funding/pivot-page.tsx"))
const StagesPage = lazy(() => import("./funding/stages-page.tsx"))
const YearsPage = lazy(() => import("./funding/years-page.tsx"))
const EntriesPage = lazy(() => import("./funding/entries-page.tsx"))
const PrintedPage = lazy(() => import("./funding/printed-page.tsx"))
const WorksPage = lazy(() => import("./works/works-page.tsx"))
const WorksListPage = lazy(() => import("./works/works-list-page.tsx"))
const DebtPage = lazy(() => import("./works/debt-page.tsx"))
const LandPage = lazy(() => import("./works/land-page.tsx"))
const AlertsPage = lazy(() => import("./works/alerts-page.tsx"))
const WorkPage = lazy(() => import("./works/work-page.tsx"))
const ReportPage = lazy(() => import("./works/report-page.tsx"))
const AssignmentsPage = lazy(() => import("./assignments/assignments-page.tsx"))
const DuePage = lazy(() => import("./assignments/due-page.tsx"))
const TasksListPage = lazy(() => import("./assignments/tasks-list-page.tsx"))
const LoadPage = lazy(() => import("./assignments/load-page.tsx"))
const TaskPage = lazy(() => import("./assignments/task-page.tsx"))
const TimelinePage = lazy(() => import("./assignments/timeline-page.tsx"))
const RecommendationsPage = lazy(() => import("./recommendations/recommendations-page.tsx"))
const RecommendationPage = lazy(() => import("./recommendations/recommendation-page.tsx"))
const LimitationsPage = lazy(() => import("./recommendations/limitations-page.tsx"))
const DossiersPage = lazy(() => import("./dossiers/dossiers-page.tsx"))
const OpenPage = lazy(() => import("./dossiers/open-page.tsx"))
const ProceduresPage = lazy(() => import("./dossiers/procedures-page.tsx"))
const DossierPage = lazy(() => import("./dossiers/dossier-page.tsx"))
const CountsPage = lazy(() => import("./inventory/counts-page.tsx"))
const ItemsPage = lazy(() => import("./inventory/items-page.tsx"))
const RecordPage = lazy(() => import("./inventory/record-page.tsx"))
const DocumentsPage = lazy(() => import("./documents/documents-page.tsx"))
const DocumentPage = lazy(() => import("./documents/document-page.tsx"))
const FindingsPage = lazy(() => import("./documents/findings-page.tsx"))
const UnitsPage = lazy(() => import("./units/units-page.tsx"))
const UnitPage = lazy(() => import("./units/unit-page.tsx"))
const AssessmentsPage = lazy(() => import("./assessments/assessments-page.tsx"))
const MovementPage = lazy(() => import("./movements/movement-page.tsx"))
const ReplacementPage = lazy(() => import("./replacements/replacement-page.tsx"))
const SetPage = lazy(() => import("./criteria/set-page.tsx"))
const ScorecardPage = lazy(() => import("./assessments/scorecard-page.tsx"))
const TargetsPage = lazy(() => import("./assessments/targets-page.tsx"))
const ColumnPage = lazy(() => import("./observations/column-page.tsx"))
const SignInPage = lazy(() => import("./people/sign-in-page.tsx"))
const AccountPage = lazy(() => import("./people/account-page.tsx"))
const DevicePage = lazy(() => import("./people/device-page.tsx"))
const PeoplePage = lazy(() => import("./people/people-page.tsx"))
const AuditPage = lazy(() => import("./changes/audit-page.tsx"))
const KeysPage = lazy(() => import("./people/keys-page.tsx"))
const WebhooksPage = lazy(() => import("./changes/webhooks-page.tsx"))
const ApiDocsPage = lazy(() => import("./api-docs/api-docs-page.tsx"))
const FormPage = lazy(() => import("./observations/form-page.tsx"))

/** The routes. The overview comes with the first file; every other page is loaded when it is opened. */
export const App = (props: { readonly client: Client; readonly queries: QueryClient }) => (
  <QueryClientProvider client={props.queries}>
    <ClientProvider value={props.client}>
      <Router root={Shell}>
        <Route path="/" component={OverviewPage} />
        <Route path="/tieu-chi" component={CriteriaPage} />
        <Route path="/nguon-luc" component={PivotPage} />
        <Route path="/nguon-luc/giai-ngan" component={StagesPage} />
        <Route path="/nguon-luc/so-sanh" component={YearsPage} />
        <Route path="/nguon-luc/but-toan" component={EntriesPage} />
        <Route path="/nguon-luc/ban-in" component={PrintedPage} />
        <Route path="/cong-trinh" component={WorksPage} />
        <Route path="/cong-trinh/danh-sach" component={WorksListPage} />
        <Route path="/cong-trinh/no-dong" component={DebtPage} />
        <Route path="/cong-trinh/hien-dat" component={LandPage} />
        <Route path="/cong-trinh/canh-bao" component={AlertsPage} />
        <Route path="/cong-trinh/:id" component={WorkPage} />
        <Route path="/cong-trinh/:id/bao-cao" component={ReportPage} />
        <Route path="/nhiem-vu" component={DuePage} />
        <Route path="/nhiem-vu/danh-sach" component={TasksListPage} />
        <Route path="/nhiem-vu/co-quan" component={LoadPage} />
        <Route path="/nhiem-vu/tien-trinh" component={TimelinePage} />
        <Route path="/nhiem-vu/viec" component={TaskPage} />
        <Route path="/nhiem-vu/phu-luc" component={AssignmentsPage} />
        <Route path="/kien-nghi" component={RecommendationsPage} />
        <Route path="/kien-nghi/mot" component={RecommendationPage} />
        <Route path="/kien-nghi/han-che" component={LimitationsPage} />
        <Route path="/ho-so" component={DossiersPage} />
        <Route path="/ho-so/mo" component={OpenPage} />
        <Route path="/ho-so/trinh-tu" component={ProceduresPage} />
        <Route path="/ho-so/:id" component={DossierPage} />
        <Route path="/so-theo-doi" component={CountsPage} />
        <Route path="/so-theo-doi/danh-sach" component={ItemsPage} />
        <Route path="/so-theo-doi/ghi" component={RecordPage} />
        <Route path="/van-ban" component={DocumentsPage} />
        <Route path="/van-ban/:id" component={DocumentPage} />
        <Route path="/phat-hien" component={FindingsPage} />
        <Route path="/don-vi" component={UnitsPage} />
        <Route path="/don-vi/:code" component={UnitPage} />
        <Route path="/danh-gia" component={AssessmentsPage} />
        <Route path="/danh-gia/thay-doi" component={MovementPage} />
        <Route path="/danh-gia/thay-bo" component={ReplacementPage} />
        <Route path="/bo-tieu-chi" component={SetPage} />
        <Route path="/don-vi/:code/danh-gia" component={ScorecardPage} />
        <Route path="/chi-tieu" component={TargetsPage} />
        <Route path="/nhap-so-lieu" component={ColumnPage} />
        <Route path="/don-vi/:code/nhap-so-lieu" component={FormPage} />
        <Route path="/dang-nhap" component={SignInPage} />
        <Route path="/tai-khoan" component={AccountPage} />
        <Route path="/thiet-bi" component={DevicePage} />
        <Route path="/nguoi-dung" component={PeoplePage} />
        <Route path="/khoa-api" component={KeysPage} />
        <Route path="/nhat-ky" component={AuditPage} />
        <Route path="/webhook" component={WebhooksPage} />
        <Route path="/api/docs" component={ApiDocsPage} />
        <Route path="*" component={NotFoundPage} />
      </Router>
    </ClientProvider>
  </QueryClientProvider>
)
