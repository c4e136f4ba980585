/** The sample chat of the repository, fetched when somebody asks for it. */
import address from "../../../docs/sample/quayside-repairs.txt?url&no-inline";

export async function sampleFile(): Promise<File> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`the sample chat: ${answer.status}`);
  return new File([await answer.blob()], "WhatsApp Chat with Quayside shops & Fixwell repairs.txt");
}
