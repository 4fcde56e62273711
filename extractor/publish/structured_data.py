"""What an obligation's page says to search engines: JSON-LD in the terms of schema.org."""

from __future__ import annotations

import json

from markupsafe import Markup

from extractor.model import Order, Standing
from extractor.publish.calendars.revision import revision
from extractor.publish.view import Duty
from extractor.publish.wording import capital, place
from extractor.words.nouns import TITLE_STARTS
from extractor.words.orders import full_name

_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def json_ld(duty: Duty, address: str, site_url: str) -> Markup:
    """A page about a duty, its order as a piece of legislation, and the duty as an action with who must do it and by when.

    ``address`` is the page's, ``site_url`` the site's, both absolute or empty. The text is JSON that cannot end its
    script element: ``<``, ``>`` and ``&`` stand as escapes.
    """
    found: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": f"{capital(place(duty.obligation.citation))} of {full_name(duty.of.order)}: {duty.headline}",
        "inLanguage": "en-US",
        "isAccessibleForFree": True,
        "about": _legislation(duty.of.order),
        "mainEntity": _action(duty),
    }
    if address:
        found |= {"url": address, "isPartOf": {"@type": "WebSite", "url": site_url}}
    if changed := revision(duty.of, duty.tracked).day:
        found["dateModified"] = changed.isoformat()
    return Markup(json.dumps(found, ensure_ascii=False).translate(_ESCAPES))


def _legislation(order: Order) -> dict[str, object]:
    found: dict[str, object] = {"@type": "Legislation", "name": order.title or full_name(order), "jurisdiction": "US"}
    optional = {
        "legislationIdentifier": full_name(order) if order.number is not None else None,
        "legislationType": capital(order.kind),
        "legislationDate": order.signed.isoformat() if order.signed else None,
        "datePublished": order.published.isoformat() if order.published else None,
        "url": order.official_url,
    }
    return found | {name: value for name, value in optional.items() if value}


def _action(duty: Duty) -> dict[str, object]:
    """The duty: done on its day, or expected to end on its due date (``endTime`` is either, by schema.org).

    A duty that is closed is neither done nor to be done, and schema.org has no word for that.
    """
    done = duty.tracked.completed
    ends = done or duty.due
    if duty.standing is Standing.CLOSED:
        return {"@type": "Action", "name": duty.headline, "identifier": duty.obligation.id}
    found: dict[str, object] = {
        "@type": "Action",
        "name": duty.headline,
        "identifier": duty.obligation.id,
        "actionStatus": f"https://schema.org/{'CompletedActionStatus' if done else 'PotentialActionStatus'}",
    }
    if duty.obligation.responsible:
        found["agent"] = [_agent(name) for name in duty.obligation.responsible]
    return found | ({"endTime": ends.isoformat()} if ends else {})


def _agent(name: str) -> dict[str, str]:
    """Who must act: whoever holds the office, or the body."""
    if name.split()[0].lower() in TITLE_STARTS:
        return {"@type": "Person", "jobTitle": name}
    return {"@type": "Organization", "name": name}
