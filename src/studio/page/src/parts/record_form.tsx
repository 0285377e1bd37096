import { useEffect, useId, useState } from "preact/hooks";
import type { Claim, Painting, PaintingRecord, Standing } from "../server/messages";
import { fetchRecord, Refusal, saveRecord } from "../server/requests";
import { notice } from "../state/studio";
import { labelOf } from "../state/wishes";
import { say } from "../texts/texts";

type Claims = Readonly<Record<string, string>>;
interface Problem {
  text: string;
  setting?: string | undefined;
}

const standings: readonly Standing[] = ["broken", "doubtful", "proven", "claimed"];

const Mark = ({ standing }: { standing: Standing }) => <span class={`standing ${standing}`}>{say(standing)}</span>;

const longest = 24;
/** Digests are told by their beginning. */
const shortened = (text: string): string => (/^[0-9a-f]{64}$/.test(text) ? `${text.slice(0, 12)}…` : text);

interface ClaimChoice {
  claim: Claim;
  text: string;
  set: (text: string) => void;
  recorded: boolean;
  fixed: boolean;
  problem: string | null;
}

function ClaimField({ claim, text, set, recorded, fixed, problem }: ClaimChoice) {
  const id = useId();
  const described = `${id}-help${problem ? ` ${id}-problem` : ""}`;
  const common = { id, "aria-describedby": described, "aria-invalid": problem !== null, "aria-required": claim.required, disabled: fixed };
  return (
    <div class="claim" data-claim={claim.name}>
      <div class="field-head">
        <label for={id} lang="en">
          {labelOf(claim.name.replace(`${claim.table}.`, ""))}
        </label>
        {claim.required && text === "" && <span class="pale small">{say("required")}</span>}
        <span class="stretch" />
        {recorded && text !== "" && text === claim.text && <Mark standing="claimed" />}
      </div>
      {claim.choices.length > 0 ? (
        <select {...common} value={text} onChange={(event) => set(event.currentTarget.value)}>
          <option value="">{claim.standard ? say("standardIs", { standard: claim.standard }) : "–"}</option>
          {claim.choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      ) : (
        <input {...common} type="text" value={text} placeholder={claim.example.length > longest ? "" : claim.example} onInput={(event) => set(event.currentTarget.value)} />
      )}
      <p id={`${id}-help`} class="help" lang="en">
        {claim.help}
      </p>
      {problem && (
        <p id={`${id}-problem`} class="fault" role="alert" lang="en">
          {problem}
        </p>
      )}
    </div>
  );
}

/** Those that stand in one table, in the order in which the painter declares them. */
function tablesOf(claims: readonly Claim[]): [string, Claim[]][] {
  const tables = new Map<string, Claim[]>();
  for (const claim of claims) tables.set(claim.table, [...(tables.get(claim.table) ?? []), claim]);
  return [...tables];
}

function Findings({ record }: { record: PaintingRecord }) {
  const findings = record.findings ?? [];
  if (findings.length === 0) return null;
  return (
    <section>
      <h3>{say("findings")}</h3>
      <ul class="findings" lang="en">
        {standings.flatMap((standing) =>
          findings
            .filter((finding) => finding.standing === standing)
            .map(({ words }) => (
              <li key={words}>
                <Mark standing={standing} /> {words}
              </li>
            )),
        )}
      </ul>
    </section>
  );
}

function Facts({ record }: { record: PaintingRecord }) {
  return (
    <section>
      <h3>{say("facts")}</h3>
      <dl class="facts small" lang="en">
        {record.facts.map(({ name, text, standing }) => (
          <div key={name}>
            <dt>{labelOf(name)}</dt>
            <dd title={text}>
              {shortened(text)} {standing && <Mark standing={standing} />}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Journey({ record }: { record: PaintingRecord }) {
  if (record.journey.length === 0) return null;
  return (
    <section>
      <h3>{say("journey")}</h3>
      <ol class="journey small" lang="en">
        {record.journey.map(({ number, words, said_by, signatures }) => (
          <li key={number}>
            {words}
            <span class="pale"> {say("saidBy", { who: said_by })}</span> <Mark standing="claimed" />
            {signatures > 0 && <span class="pale"> {say("signedBy", { n: signatures })}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Form({ painting, record, put }: { painting: Painting; record: PaintingRecord; put: (record: PaintingRecord) => void }) {
  const [claims, setClaims] = useState<Claims>(() => Object.fromEntries(record.claims.map(({ name, text }) => [name, text])));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saving, setSaving] = useState(false);
  const fixed = record.journey.length > 0;
  const save = async (event: Event) => {
    event.preventDefault();
    setSaving(true);
    setProblem(null);
    try {
      put(await saveRecord(painting.id, claims));
      notice.value = { text: say("recordSaved", { name: painting.name }), undo: false };
    } catch (fault) {
      setProblem(fault instanceof Refusal ? { text: fault.message, setting: fault.setting } : { text: say("unreachable") });
    }
    setSaving(false);
  };
  const isKnown = record.claims.some(({ name }) => name === problem?.setting);
  return (
    <form class="claims" onSubmit={(event) => void save(event)}>
      <h3>{say("claims")}</h3>
      {tablesOf(record.claims).map(([table, list]) => (
        <fieldset key={table}>
          {table !== "" && <legend lang="en">{labelOf(table)}</legend>}
          {list.map((claim) => (
            <ClaimField
              key={claim.name}
              claim={claim}
              text={claims[claim.name] ?? ""}
              set={(text) => setClaims({ ...claims, [claim.name]: text })}
              recorded={record.recorded}
              fixed={fixed}
              problem={problem?.setting === claim.name ? problem.text : null}
            />
          ))}
        </fieldset>
      ))}
      {problem && !isKnown && (
        <p class="fault" role="alert" lang="en">
          {problem.text}
        </p>
      )}
      {fixed ? (
        <p class="pale small">{say("recordGoesOn")}</p>
      ) : (
        <button type="submit" class="button" disabled={saving}>
          {say(saving ? "making" : "saveRecord")}
        </button>
      )}
    </form>
  );
}

function Whole({ painting }: { painting: Painting }) {
  const [record, setRecord] = useState<PaintingRecord | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    const refuse = (fault: unknown) => !gone && setProblem(fault instanceof Refusal ? fault.message : say("unreachable"));
    fetchRecord(painting.id).then((told) => !gone && setRecord(told), refuse);
    return () => void (gone = true);
  }, [painting.id]);
  if (problem) return <p class="fault" lang="en">{problem}</p>;
  if (!record) return null;
  return (
    <>
      <p class="pale small">{say(record.recorded ? "recordLead" : "recordBegins")}</p>
      <Findings record={record} />
      <Form painting={painting} record={record} put={setRecord} />
      <Journey record={record} />
      <Facts record={record} />
      {record.head && (
        <section>
          <h3>{say("lastDigest")}</h3>
          <p class="digest small">{record.head}</p>
        </section>
      )}
    </>
  );
}

/** What is proven and what is claimed of a finished painting; read when it is asked for. */
export function RecordForm({ painting }: { painting: Painting }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="record" open={open}>
      <summary onClick={(event) => (event.preventDefault(), setOpen(!open))}>{say("record")}</summary>
      {open && <Whole painting={painting} />}
    </details>
  );
}
