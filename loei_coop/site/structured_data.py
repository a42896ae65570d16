"""What the pages tell machines (schema.org)."""

from networks.models import Organization, OrganizationName


def of_organization(organization: Organization, names: list[OrganizationName], url: str) -> dict:
    """Only what the page shows; nothing about what is not recorded."""
    data = {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": organization.name,
        "alternateName": [name.name for name in names],
        "url": url,
        "identifier": organization.registration_number,
        "telephone": organization.phone,
        "email": organization.email,
        "sameAs": organization.website,
        "address": address(organization),
    }
    return {key: value for key, value in data.items() if value}


def address(organization: Organization) -> dict:
    if not organization.district:
        return {}
    parts = {
        "@type": "PostalAddress",
        "streetAddress": organization.street_address,
        "addressLocality": organization.district.name,
        "addressRegion": "เลย",
        "postalCode": organization.postcode,
        "addressCountry": "TH",
    }
    return {key: value for key, value in parts.items() if value}
