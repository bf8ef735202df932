import { Navigate, type RouteDefinition } from '@solidjs/router'
import { lazy } from 'solid-js'
import LandingPage from './site/LandingPage'

/**
 * Every URL at a glance. A page's code is fetched when its link is pointed at; the landing page's comes with the entry,
 * so that a visitor's first page is one round trip and not twenty small files.
 */
export const routes: RouteDefinition[] = [
  { path: '/', component: LandingPage },
  {
    component: lazy(() => import('./site/Data')),
    children: [
      {
        component: lazy(() => import('./accounts/EntryFrame')),
        children: [
          { path: '/signup', component: lazy(() => import('./accounts/SignUpPage')) },
          { path: '/login', component: lazy(() => import('./accounts/LogInPage')) },
          { path: '/login/code', component: lazy(() => import('./accounts/LogInPage')) },
          { path: '/signup/google', component: lazy(() => import('./accounts/GoogleSignUpPage')) },
          { path: '/login/google', component: lazy(() => import('./accounts/GoogleLinkPage')) },
          { path: '/login/google/confirm', component: lazy(() => import('./accounts/GoogleConfirmPage')) },
          { path: '/guardian', component: lazy(() => import('./guardians/GuardianPage')) },
          { path: '/mail/preferences', component: lazy(() => import('./notifications/MailPreferencesPage')) },
          { path: '/forgot', component: lazy(() => import('./accounts/ForgotPage')) },
          { path: '/reset', component: lazy(() => import('./accounts/ResetPage')) },
          { path: '/verify-email', component: lazy(() => import('./accounts/VerifyEmailPage')) },
          { path: '/email-change', component: lazy(() => import('./accounts/EmailChangePage')) },
          { path: '/email-change/undo', component: lazy(() => import('./accounts/EmailChangeUndoPage')) },
        ],
      },
      {
        component: lazy(() => import('./site/Frame')),
        children: [
          { path: '/mentors', component: lazy(() => import('./mentors/MentorsPage')) },
          { path: '/mentors/:mentor_id', component: lazy(() => import('./mentors/MentorPage')) },
          { path: '/students/:student_id', component: lazy(() => import('./students/StudentPage')) },
          { path: '/book/:mentor_id', component: lazy(() => import('./bookings/BookingPage')) },
          {
            component: lazy(() => import('./site/SignedIn')),
            children: [
              { path: '/home', component: lazy(() => import('./site/HomePage')) },
              { path: '/welcome', component: lazy(() => import('./onboarding/WelcomePage')) },
              { path: '/welcome/mentor', component: lazy(() => import('./onboarding/MentorWelcomePage')) },
              { path: '/sessions', component: lazy(() => import('./bookings/SessionsPage')) },
              { path: '/sessions/:id', component: lazy(() => import('./bookings/SessionPage')) },
              { path: '/payments', component: lazy(() => import('./payments/PaymentsPage')) },
              { path: '/meetings/:booking_id', component: lazy(() => import('./meetings/MeetingPage')) },
              { path: '/checkout/:booking_id', component: lazy(() => import('./payments/CheckoutPage')) },
              { path: '/messages/:conversation_id?', component: lazy(() => import('./chat/MessagesPage')) },
              { path: '/goals', component: lazy(() => import('./goals/GoalsPage')) },
              { path: '/favourites', component: lazy(() => import('./favourites/FavouritesPage')) },
              { path: '/notifications', component: lazy(() => import('./notifications/NotificationsPage')) },
              { path: '/profile', component: () => <Navigate href="/settings/profile" /> },
              {
                path: '/settings',
                component: lazy(() => import('./accounts/SettingsFrame')),
                children: [
                  { path: '/', component: lazy(() => import('./accounts/SettingsIndex')) },
                  { path: '/profile', component: lazy(() => import('./accounts/ProfileSection')) },
                  { path: '/account', component: lazy(() => import('./accounts/AccountSection')) },
                  { path: '/security', component: lazy(() => import('./accounts/SecuritySection')) },
                  { path: '/notifications', component: lazy(() => import('./accounts/NotificationsSection')) },
                  { path: '/calendar', component: lazy(() => import('./calendars/CalendarSection')) },
                  { path: '/privacy', component: lazy(() => import('./accounts/PrivacySection')) },
                  { path: '/appearance', component: lazy(() => import('./accounts/AppearanceSection')) },
                  { path: '/devices', component: lazy(() => import('./accounts/DevicesSection')) },
                  { path: '/google', component: lazy(() => import('./accounts/GoogleSection')) },
                  { path: '/payouts', component: lazy(() => import('./earnings/PayoutsSection')) },
                  { path: '/data', component: lazy(() => import('./accounts/DataSection')) },
                  { path: '/close', component: lazy(() => import('./accounts/CloseSection')) },
                ],
              },
              { path: '/application', component: lazy(() => import('./applications/ApplicationPage')) },
              { path: '/application/company-email', component: lazy(() => import('./applications/CompanyEmailPage')) },
              { path: '/students', component: lazy(() => import('./students/MyStudentsPage')) },
              { path: '/students/mine/:student_id', component: lazy(() => import('./students/MyStudentPage')) },
              { path: '/progress', component: lazy(() => import('./students/ProgressPage')) },
              { path: '/reviews', component: lazy(() => import('./reviews/ReviewsPage')) },
              { path: '/earnings', component: lazy(() => import('./earnings/EarningsPage')) },
              { path: '/availability', component: lazy(() => import('./availability/AvailabilityPage')) },
            ],
          },
          { path: '/badges', component: lazy(() => import('./reviews/BadgesPage')) },
          { path: '/terms', component: lazy(() => import('./site/TermsPage')) },
          { path: '*', component: lazy(() => import('./site/NotFoundPage')) },
        ],
      },
    ],
  },
]
