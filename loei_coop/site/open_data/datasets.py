"""All data sets, by name."""

from loei_coop.site.open_data.awards import AWARDS
from loei_coop.site.open_data.committee import COMMITTEE
from loei_coop.site.open_data.organizations import ORGANIZATIONS
from loei_coop.site.open_data.places import DISTRICTS, NETWORKS

DATASETS = {
    dataset.name: dataset for dataset in (ORGANIZATIONS, DISTRICTS, NETWORKS, COMMITTEE, AWARDS)
}
