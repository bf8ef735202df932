import type { RouteDefinition } from '@solidjs/router'
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
          { path: '/verify-email', component: lazy(() => import('./accounts/VerifyEmailPage')) },
        ],
      },
      {
        component: lazy(() => import('./site/Frame')),
        children: [
          { path: '/mentors', component: lazy(() => import('./mentors/MentorsPage')) },
          { path: '/mentors/:mentor_id', component: lazy(() => import('./mentors/MentorPage')) },
          { path: '/book/:mentor_id', component: lazy(() => import('./bookings/BookingPage')) },
          {
            component: lazy(() => import('./site/SignedIn')),
            children: [
              { path: '/home', component: lazy(() => import('./site/HomePage')) },
              { path: '/sessions', component: lazy(() => import('./bookings/SessionsPage')) },
              { path: '/sessions/:id', component: lazy(() => import('./bookings/SessionPage')) },
              { path: '/checkout/:booking_id', component: lazy(() => import('./payments/CheckoutPage')) },
              { path: '/messages/:conversation_id?', component: lazy(() => import('./chat/MessagesPage')) },
              { path: '/notifications', component: lazy(() => import('./notifications/NotificationsPage')) },
              { path: '/profile', component: lazy(() => import('./accounts/ProfilePage')) },
              { path: '/availability', component: lazy(() => import('./availability/AvailabilityPage')) },
            ],
          },
          { path: '/terms', component: lazy(() => import('./site/TermsPage')) },
          { path: '*', component: lazy(() => import('./site/NotFoundPage')) },
        ],
      },
    ],
  },
]
