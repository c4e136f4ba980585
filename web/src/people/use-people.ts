/** People, sessions and tokens of the settings page, and what changes them. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import type { Endpoint } from "../../../shared/api/endpoint.ts";
import { peopleApi } from "../../../shared/api/people.ts";
import { type Ask, call, send } from "../api/call.ts";

export type PeopleList = z.output<typeof peopleApi.listPeople.output>;

export const usePeople = () =>
  useQuery({ queryKey: ["people"], queryFn: ({ signal }) => call(peopleApi.listPeople, { signal }) });

export const useSessions = () =>
  useQuery({
    queryKey: ["people", "sessions"],
    queryFn: ({ signal }) => call(peopleApi.listSessions, { signal }),
  });

export const useTokens = (isOn: boolean) =>
  useQuery({
    queryKey: ["people", "tokens"],
    queryFn: ({ signal }) => call(peopleApi.listTokens, { signal }),
    enabled: isOn,
  });

/** One change of the page; afterwards everything on it is fetched again. */
export function usePeopleChange<E extends Endpoint>(endpoint: E) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ask: Ask<E>) => send(endpoint, ask),
    onSettled: () => client.invalidateQueries({ queryKey: ["people"] }),
  });
}
