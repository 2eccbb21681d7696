// Drafts of schema.org `ClaimReview`, one for each claim, for whoever writes the review. The rating is there and empty:
// Bilan gives no verdicts. Notes, sources of the checker and initials stay out of what is made to be published.
import type { Claim, ClaimReview, CreativeWork, Graph, Organization, Person } from "schema-dts";
import type { Source } from "bilan-core";
import { entriesOf, voucherOf, type Voucher } from "./entries";
import type { Handover } from "./handover";
import { address } from "./iri";
import { oneLine } from "./plain";

/** schema.org knows persons and organizations as authors: groups and the unnamed are neither. */
const AUTHORS: Partial<Record<Source["kind"], "Person" | "Organization">> = {
  person: "Person",
  official: "Person",
  institution: "Organization",
  party: "Organization",
  media: "Organization",
};

export function claims(h: Handover): string {
  // What the checker cut, or found to be no claim, is not to be reviewed.
  const gone = entriesOf(h).flatMap(({ note, span }) => (note && span && ["cut", "not-applicable"].includes(note.state) ? [span] : []));
  const kept = h.report.claims.filter(({ span }) => !gone.some(({ start, end }) => start < span.end && span.start < end));
  const document: Graph = {
    "@context": "https://schema.org",
    "@graph": kept.map(({ span, attribution }) => review(oneLine(h.text.slice(span.start, span.end)), voucherOf(h, attribution), h)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function review(text: string, voucher: Voucher | null, h: Handover): ClaimReview {
  const author = authorOf(voucher);
  const claim: Claim = {
    "@type": "Claim",
    text,
    ...(author ? { author } : {}),
    appearance: [article(h), ...(voucher?.source?.kind === "document" ? [documentNamed(voucher.name)] : [])],
  };
  return { "@type": "ClaimReview", claimReviewed: text, itemReviewed: claim, reviewRating: { "@type": "Rating" } };
}

function authorOf(voucher: Voucher | null): Person | Organization | null {
  const type = voucher?.source ? AUTHORS[voucher.source.kind] : undefined;
  if (!voucher || !type) return null;
  return { "@type": type, name: oneLine(voucher.name) };
}

function article({ title, session, report }: Handover): CreativeWork {
  const url = address(session.document);
  return {
    "@type": "NewsArticle",
    headline: oneLine(title),
    ...(report.language === "und" ? {} : { inLanguage: report.language }),
    ...(report.published ? { datePublished: report.published } : {}),
    ...(url ? { url } : {}),
  };
}

function documentNamed(name: string): CreativeWork {
  return { "@type": "CreativeWork", name: oneLine(name) };
}
