// usage: node json-ld.mjs SITE_DIR CONTENT_DIR
// Expands what every page tells search engines, with the part of schema.org that is used here (a property that is not
// in it is an error), and holds it against the files that the site was made of.
import jsonld from "jsonld";
import { bare, differ, discussed, model, pages, Tally } from "./model.mjs";

const S = "https://schema.org/";
const PROPERTIES = `address aggregateRating alternateName articleSection author bestRating comment commentCount
  dateCreated dateModified datePublished description discussionUrl email headline image inLanguage interactionStatistic
  interactionType isPartOf item itemListElement jobTitle keywords knowsAbout knowsLanguage logo mainEntity
  mainEntityOfPage name parentItem position potentialAction publisher query-input ratingCount ratingValue sameAs target
  text timeRequired translationOfWork url userInteractionCount wordCount workTranslation worksFor worstRating`;
const LINKS = ["discussionUrl", "image", "interactionType", "item", "mainEntityOfPage", "sameAs", "url"];
const TYPES = `AggregateRating Blog BlogPosting BreadcrumbList Comment ImageObject InteractionCounter ListItem
  Organization Person ProfilePage SearchAction WebSite`.split(/\s+/);
const context = Object.fromEntries(PROPERTIES.split(/\s+/).map((term) =>
  [term, LINKS.includes(term) ? { "@id": S + term, "@type": "@id" } : S + term]));
TYPES.forEach((type) => (context[type] = S + type));

const [root, content] = process.argv.slice(2);
const truth = await model(content);
const byUrl = new Map(truth.articles.map((article) => [article.url, article]));
const tally = new Tally("json-ld");
for (const page of await pages(root, truth.url)) {
  const findings = [];
  try {
    const things = await expanded(page);
    check(page, things, findings);
  } catch (broken) {
    findings.push(broken.message.split("\n")[0] + " " + JSON.stringify(broken.details?.event ?? ""));
  }
  tally.page(page.file, findings);
}
tally.end();

async function expanded(page) {
  const scripts = [...page.html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)];
  const documentLoader = async (url) => ({ documentUrl: url, document: { "@context": context } });
  const things = [];
  for (const [, text] of scripts) {
    const before = JSON.parse(text);
    things.push(...(await jsonld.expand(before, { documentLoader, safe: true, base: page.url })));
  }
  return things;
}

function check(page, things, findings) {
  const only = (type) => things.find((thing) => thing["@type"][0] === S + type);
  const article = byUrl.get(page.url);
  const answered = discussed(page.url) && byUrl.get(discussed(page.url));
  const author = [...truth.authors.values()].find((one) => one.url === page.url);
  if (article) {
    checkPosting(only("BlogPosting"), article, findings);
    differ(findings, "newest answers", values(only("BlogPosting"), "comment").length, Math.min(3, article.said.length));
    differ(findings, "publisher", values(only("BlogPosting"), "publisher").length, 1);
    differ(findings, "a rating", values(only("BlogPosting"), "aggregateRating").length, article.ratings.length ? 1 : 0);
  }
  if (discussed(page.url) && !answered) findings.push("answers to nothing");
  if (answered) {
    checkPosting(only("BlogPosting"), answered, findings);
    const ids = values(only("BlogPosting"), "comment").map((one) => one["@id"].split("#")[1]);
    differ(findings, "answers", ids.sort(), answered.said.map((one) => one.id).sort());
  }
  if (author) {
    const person = values(only("ProfilePage"), "mainEntity")[0];
    checkPerson(person, author, findings);
    differ(findings, "e-mail", first(person, "email"), author.email);
  }
  const front = ["", "it/", "ar/"].some((path) => page.url === truth.url + path);
  if (front) {
    if (!only("WebSite") || !only("Blog")) findings.push("a front page without WebSite and Blog");
  } else if (only("BreadcrumbList")) {
    const way = values(only("BreadcrumbList"), "itemListElement");
    differ(findings, "the way's steps", way.map((step) => first(step, "position")), way.map((_, i) => i + 1));
    if (!page.url.startsWith(first(way.at(-1), "item"))) findings.push(`the way leads to ${first(way.at(-1), "item")}`);
  } else if (!page.file.endsWith("404.html") && !/\/page\/\d+\/$/.test(page.url)) {
    findings.push("no way to the page");
  }
  const said = JSON.stringify(things).toLowerCase();
  for (const person of truth.authors.values()) {
    person.withheld.filter((handle) => said.includes(handle)).forEach((handle) => findings.push(`tells ${handle}`));
  }
}

function checkPosting(posting, article, findings) {
  differ(findings, "headline", first(posting, "headline"), article.title);
  differ(findings, "language", first(posting, "inLanguage"), article.language);
  if (!first(posting, "datePublished").startsWith(article.date)) findings.push(`published ${first(posting, "datePublished")}`);
  differ(findings, "modified", first(posting, "dateModified").slice(0, 10), (article.updated ?? article.date).slice(0, 10));
  const people = values(posting, "author");
  differ(findings, "number of authors", people.length, article.authors.length);
  people.forEach((person, i) => checkPerson(person, article.authors[i], findings));
  differ(findings, "number of answers", first(posting, "commentCount"), article.said.length);
  const counted = Object.fromEntries(values(posting, "interactionStatistic").map((one) =>
    [first(one, "interactionType").slice(S.length), first(one, "userInteractionCount")]));
  differ(findings, "likes", counted.LikeAction, article.count("like"));
  differ(findings, "reposts", counted.ShareAction, article.count("repost"));
}

function checkPerson(person, author, findings) {
  differ(findings, "name", first(person, "name"), author.name);
  differ(findings, "id", person["@id"], author.url + "#person");
  differ(findings, "page", first(person, "url"), author.url);
  differ(findings, "handle", bare(first(person, "alternateName") ?? ""), author.handles[0] ?? "");
  const profiles = values(person, "sameAs").map((one) => one["@id"].toLowerCase());
  differ(findings, "number of profiles", profiles.length, author.handles.length);
}

function values(thing, property) {
  return thing?.[S + property] ?? [];
}

function first(thing, property) {
  const value = values(thing, property)[0];
  return value?.["@value"] ?? value?.["@id"];
}
