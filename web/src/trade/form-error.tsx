import { isNameTaken, useRefusal } from "./use-trade.ts";

/** Why a form was refused; a name that is taken is told at its field. */
export function FormError({ error }: { error: unknown }) {
  const refusal = useRefusal();
  if (!error || isNameTaken(error)) return null;
  return (
    <p role="alert" className="font-medium text-late">
      {refusal(error)}
    </p>
  );
}
