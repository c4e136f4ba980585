/** What is set on one number, changed and checked; secrets only go in. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { connectingApi, type NumberSettings } from "../../../shared/api/connecting.ts";
import { call } from "../api/call.ts";

export function useNumberSettings(id: number) {
  const client = useQueryClient();
  const key = ["numbers", "settings", id];
  const params = { id };
  const keep = (settings: NumberSettings) => {
    client.setQueryData(key, settings);
    void client.invalidateQueries({ queryKey: ["numbers"] });
  };
  return {
    settings: useQuery({
      queryKey: key,
      queryFn: ({ signal }) => call(connectingApi.numberSettings, { params, signal }),
    }),
    change: useMutation({
      mutationFn: (body: { name?: string; sendsReadMarks?: boolean }) =>
        call(connectingApi.changeNumber, { params, body }),
      onSuccess: keep,
    }),
    replace: useMutation({
      mutationFn: (token: string) => call(connectingApi.replaceNumberToken, { params, body: { token } }),
      onSuccess: ({ settings }) => keep(settings),
    }),
    check: useMutation({
      mutationFn: () => call(connectingApi.checkNumber, { params }),
      onSuccess: ({ settings }) => keep(settings),
    }),
    disconnect: useMutation({
      mutationFn: () => call(connectingApi.disconnectNumber, { params }),
      onSuccess: keep,
    }),
  };
}
