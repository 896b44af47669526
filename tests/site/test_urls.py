"""Every address that was ever published still leads somewhere, and every new one is entered."""

import conftest
import publish_urls
from redirects import NAME, read
from site_addresses import addresses

LEDGER = publish_urls.published(publish_urls.LEDGER.read_text(encoding="utf-8"))


def redirected() -> set[str]:
    return {redirect.old for redirect in read((conftest.ROOT / "docs" / NAME).read_text(encoding="utf-8"))}


def test_no_address_that_was_ever_published_is_lost(site):
    assert len(LEDGER) > 200 and publish_urls.lost(LEDGER, set(addresses(site)), redirected()) == []


def test_a_lost_address_would_be_noticed(site):
    existing = set(addresses(site)) - {"pods#what-is-a-pod"}
    assert publish_urls.lost(LEDGER, existing, redirected()) == ["pods#what-is-a-pod"]


def test_every_address_of_the_site_is_entered(site):
    assert sorted(set(addresses(site)) - set(LEDGER)) == []
