import { infiniteQueryOptions, queryOptions } from '@tanstack/solid-query'
import { answer, api, type Answer, type Body } from '../lib/api'

export type Earnings = Answer<'/api/mentor/earnings/'>
export type EarningLine = Earnings['lines']['items'][number]
export type Balance = Earnings['balance']
export type Profile = NonNullable<Earnings['profile']>
export type Withdrawal = Answer<'/api/mentor/withdrawals/'>['items'][number]
export type ProfileWish = Body<'/api/mentor/payout-profile/', 'put'>

export type Period = { from: string; to: string; currency?: string }

/** Everything of the page in one answer; a change of money forgets it by its first key. */
export const earningsQuery = (period: Partial<Period>) =>
  queryOptions({
    queryKey: ['earnings', period],
    queryFn: () => answer(api.GET('/api/mentor/earnings/', { params: { query: period } })),
    placeholderData: (before: Earnings | undefined) => before,
  })

/** What comes after the first lines, which the page has already. */
export const moreLinesQuery = (currency: string, cursor: string) =>
  infiniteQueryOptions({
    queryKey: ['earnings', 'lines', currency, cursor],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api/mentor/earnings/lines/', { params: { query: { currency, cursor: pageParam, limit: 30 } } })),
    initialPageParam: cursor,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  })

export const withdrawalsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['earnings', 'withdrawals'],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/mentor/withdrawals/', {
          params: { query: { limit: 10, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  })

export const profileQuery = () =>
  queryOptions({ queryKey: ['payout-profile'], queryFn: () => answer(api.GET('/api/mentor/payout-profile/')) })

export const changeProfile = (body: ProfileWish) => answer(api.PUT('/api/mentor/payout-profile/', { body }))

/** `key` names this wish: sent again after a lost answer it is still one withdrawal. */
export const requestWithdrawal = (amount_minor: number, currency: string, key: string) =>
  answer(
    api.POST('/api/mentor/withdrawals/', {
      body: { amount_minor, currency },
      params: { header: { 'Idempotency-Key': key } },
    }),
  )

export const statementOf = ({ from, to, currency }: Required<Period>): string =>
  `/api/mentor/earnings/statement.csv/?${new URLSearchParams({ from, to, currency })}`
