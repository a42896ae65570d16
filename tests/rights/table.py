"""Who may open which page: role × page × method → status.

A page without a row fails the suite. Beside the right that a page asks for stands what it answers
to those who have it; everybody else in the office gets 403.
"""

# Pages for everybody: {pattern: status of GET}
PUBLIC = {
    "": 200,
    ".well-known/security.txt": 200,
    "about/": 200,
    "account/activate/": 200,
    "account/activate/code/<slug:code>/": 302,
    "account/activate/password/": 400,  # without a code that was checked
    "account/forgotten-password/": 200,
    "awards/": 200,
    "awards/<buddhist_year:fiscal_year>/": 200,
    "awards/<code:code>/photo/": 404,  # without one
    "awards/standards/<slug:standard>/": 200,
    "committee/": 200,
    "contact/": 200,
    "favicon.ico": 302,
    "feeds/networks/<int:number>.xml": 200,
    "feeds/news.xml": 200,
    "forums/": 200,
    "forums/<slug:forum_code>/": 200,
    "healthz": 200,
    "help/": 200,
    "networks/": 200,
    "networks/<int:number>/": 200,
    "news/": 200,
    "news/<int:release_id>/": 200,
    "news/<int:release_id>/photos/<int:photo_id>/<int:width>.jpg": 404,  # it has none
    "news/<int:release_id>/release.docx": 200,
    "news/<int:release_id>/release.pdf": 200,
    "news/<int:release_id>/share.png": 200,
    "news/preview/<str:token>/": 200,  # who has the link, signed in or not
    "news/preview/<str:token>/photos/<int:photo_id>/<int:width>.jpg": 404,  # it has none
    "open-data/": 200,
    "open-data/<slug:name>.<slug:format>": 200,
    "open-data/datapackage.json": 200,
    "open-data/dictionary.csv": 200,
    "organizations/": 200,
    "organizations/<code:code>/": 200,
    "practices/": 200,
    "practices/<int:number>/": 404,  # none of this number is shared
    "practices/<int:number>/materials/<int:material_number>/": 404,
    "practices/topics/<slug:topic_code>/": 200,
    "privacy/": 200,
    "privacy/request/": 200,
    "privacy/request/thanks/": 200,
    "report/": 200,
    "report/thanks/": 200,
    "robots.txt": 200,
    "search/": 200,
    "sitemap.xml": 200,
    "styleguide/": 200,
    "verify/": 200,
    "verify/<str:code>/": 200,
}

# Pages of whoever has signed in: {pattern: (status for a stranger, for everybody else)}
ACCOUNT = {
    "account/": (302, 200),
    "account/activate/done/": (302, 200),
    "account/confirm/": (302, 200),
    "account/login/": (200, 302),
    "account/logout/": (302, 200),
    "account/my-data/": (302, (200, 404)),  # whose account belongs to a person, and others
    "account/password/": (302, 200),
    "account/recovery-codes/": (302, 404),  # before a second step is set up
    "account/recovery-codes/file/": (302, 404),
    "account/recovery-codes/new/": (302, 302),
    "account/second-step/": (302, 200),
    "account/second-step/code/": (302, 302),
    "account/second-step/confirm/": (302, 302),
    "account/second-step/set-up/": (302, 302),  # after the password was confirmed
    "account/second-step/take-off/": (302, 404),
    "account/sessions/": (302, 200),
    "account/sessions/<int:number>/end/": (302, 405),
    "account/sessions/end-others/": (302, 405),
    "desk/": (302, (200, 302)),  # who has one desk is led there
    "desk/acting/end/": (302, 405),
}

# The form of self-assessment for a round.
ROUND = "desk/organizations/<code:code>/assessments/<int:round_id>/"

EXCHANGE = "desk/organizations/<code:code>/exchange/"

# Pages of a desk: {pattern: (whose desk it is, status for them)}. Everybody else, the office
# included, gets 404.
DESK = {
    "desk/organizations/<code:code>/": ("manager", 200),
    "desk/organizations/<code:code>/contact/": ("manager", 200),
    "desk/organizations/<code:code>/counts/": ("manager", 200),
    "desk/organizations/<code:code>/holders/": ("manager", 200),
    "desk/organizations/<code:code>/holders/begin/": ("manager", 200),
    "desk/organizations/<code:code>/holders/deputy/": ("manager", 200),
    "desk/organizations/<code:code>/holders/<int:number>/end/": ("manager", 200),
    "desk/organizations/<code:code>/holders/<int:number>/end-deputy/": ("manager", 404),  # none is
    "desk/organizations/<code:code>/holders/confirm/": ("manager", 200),
    "desk/organizations/<code:code>/holders/confirm/<int:number>/": ("manager", 302),
    "desk/organizations/<code:code>/proposals/": ("manager", 200),
    "desk/organizations/<code:code>/proposals/<int:number>/": ("manager", 200),
    "desk/organizations/<code:code>/awards/": ("manager", 200),
    # Of an award that is none of theirs.
    "desk/organizations/<code:code>/awards/<int:number>/certificate/": ("manager", 404),
    "desk/organizations/<code:code>/plan/": ("manager", 200),
    "desk/organizations/<code:code>/plan/paper/": ("manager", 200),
    "desk/organizations/<code:code>/plan/file/": ("manager", 200),
    "desk/organizations/<code:code>/plan/<int:number>/": ("manager", 200),
    "desk/organizations/<code:code>/plan/<int:number>/progress/": ("manager", 200),
    "desk/organizations/<code:code>/plan/<int:number>/remove/": ("manager", 200),
    "desk/organizations/<code:code>/plan/<int:number>/confirm/": ("manager", 405),
    f"{EXCHANGE}": ("manager", 200),
    f"{EXCHANGE}propose/": ("manager", 200),
    f"{EXCHANGE}practices/<int:number>/": ("manager", 200),
    f"{EXCHANGE}practices/<int:number>/change/": ("manager", 200),
    f"{EXCHANGE}practices/<int:number>/agree/": ("manager", 405),
    f"{EXCHANGE}practices/<int:number>/again/": ("manager", 405),
    f"{EXCHANGE}practices/<int:number>/take-back/": ("manager", 200),
    f"{EXCHANGE}practices/<int:number>/materials/": ("manager", 200),
    # A link: it leads there.
    f"{EXCHANGE}practices/<int:number>/materials/<int:material_number>/": ("manager", 302),
    f"{EXCHANGE}practices/<int:number>/materials/<int:material_number>/remove/": ("manager", 405),
    f"{EXCHANGE}forums/<slug:forum_code>/promise/": ("manager", 200),
    f"{EXCHANGE}promises/<int:number>/confirm/": ("manager", 405),
    f"{EXCHANGE}promises/<int:number>/plan/": ("manager", 200),
    # Of a draft nothing is planned yet.
    f"{EXCHANGE}promises/<int:number>/plan/<int:round_id>/<slug:item_code>/": ("manager", 404),
    "desk/organizations/<code:code>/assessments/": ("manager", 200),
    f"{ROUND}": ("manager", 200),
    f"{ROUND}start/": ("manager", 405),
    f"{ROUND}decline/": ("manager", 200),
    f"{ROUND}rejoin/": ("manager", 405),
    f"{ROUND}accounting-year/": ("manager", 405),
    f"{ROUND}answers/": ("manager", 405),
    f"{ROUND}choose/<slug:item_code>/": ("manager", 200),
    f"{ROUND}evidence/": ("manager", 200),
    f"{ROUND}evidence/items/<slug:item_code>/": ("manager", 200),
    f"{ROUND}evidence/<int:evidence_id>/file/": ("manager", 404),  # a note
    f"{ROUND}evidence/<int:evidence_id>/replace/": ("manager", 200),
    f"{ROUND}evidence/<int:evidence_id>/remove/": ("manager", 405),
    f"{ROUND}submit/": ("manager", 200),
    f"{ROUND}carry-over/": ("manager", 405),
    f"{ROUND}paper/": ("manager", 200),
    f"{ROUND}blank/": ("manager", 200),
    # Of a draft there is no result yet.
    f"{ROUND}result/": ("manager", 404),
    f"{ROUND}result/public/": ("manager", 404),
    f"{ROUND}result/reconsider/": ("manager", 404),
    f"{ROUND}result/plan/<slug:item_code>/": ("manager", 404),
    f"{ROUND}<str:number>/": ("manager", 200),
    f"{ROUND}<str:number>/leave-out/": ("manager", 200),
    f"{ROUND}<str:number>/take-in/": ("manager", 405),
    "desk/networks/<int:number>/": ("representative", 200),
    "desk/committee/": ("chair of the committee", 200),
}

# Pages of the office that belong to no list: {pattern: (right or "" for every officer, status)}
OFFICE = {
    "admin/": ("", 200),
    "admin/changes/": ("", 200),
    "admin/backups/": ("accounts.change_user", 200),
    "admin/backups/make/": ("accounts.change_user", 405),  # by POST only
    "admin/backups/<str:name>/check/": ("accounts.change_user", 405),
    "admin/backups/<str:name>/file/": ("accounts.change_user", 405),
    "admin/password_change/": ("", 302),
    "admin/password_change/done/": ("", 200),
    "admin/jsi18n/": ("", 200),
    "admin/autocomplete/": ("", 403),  # without the field that asks
    "admin/r/<path:content_type_id>/<path:object_id>/": ("", 404),
    "admin/<app_label>/": ("", 200),
    "admin/(?P<url>.*)$": ("", 404),
}

# Where one signs in and out.
DOORS = {"admin/login/", "admin/logout/"}

# Pages of every list: {what follows the list: (right on its model, status)}
LISTS = {
    "": ("view", 200),
    "add/": ("add", 200),
    "<path:object_id>/": ("", 302),
    "<path:object_id>/change/": ("view", 200),
    "<path:object_id>/delete/": ("delete", 200),
    "<path:object_id>/history/": ("view", 200),
    "<path:object_id>/history/<version>/": ("view", (200, 404)),
    "import/": ("import", 200),
    "import/template/": ("import", 200),
    "import/<int:run_id>/": ("import", 404),
    "import/<int:run_id>/rest/": ("import", 404),
    "import/<int:run_id>/undo/": ("import", 404),
    "process_import/": ("", 302),  # leads to the page that decides
    "export/": ("export", 200),
    "<path:object_id>/import/": ("import", 200),
    "<path:object_id>/export/": ("export", 200),
    "<path:object_id>/copy/": ("add", 200),
    "labels/": ("view", 200),
    "call-list/": ("view", 200),
    "<path:object_id>/held-data/": ("export", 200),
    "<path:object_id>/rename/": ("change", 200),
    "<path:object_id>/join/": ("change", 200),
    "<path:object_id>/event/": ("change", 200),
}

REVIEW, MANAGE = "governance.review_assessment", "governance.manage_assessment"
WRITE_NEWS, APPROVE_NEWS = "news.change_pressrelease", "news.approve_pressrelease"
PUBLISH_NEWS = "news.publish_pressrelease"

# Pages that ask for a right of another kind: {(list, what follows): (right, status)}
SPECIAL = {
    ("governance.AssessmentRound", "open/"): ("governance.manage_assessment", 200),
    ("governance.AssessmentRound", "<path:object_id>/close-later/"): (
        "governance.manage_assessment",
        200,
    ),
    ("governance.AssessmentRound", "<path:object_id>/announce/"): (
        "governance.add_announcement",
        200,
    ),
    ("governance.AssessmentRound", "<path:object_id>/call-off/"): (
        "governance.add_announcement",
        200,
    ),
    ("governance.AssessmentRound", "<path:object_id>/board/"): ("governance.view_assessment", 200),
    ("governance.AssessmentRound", "<path:object_id>/call-list/"): (
        "governance.view_assessment",
        200,
    ),
    ("governance.AssessmentRound", "<path:object_id>/files/<slug:name>.<slug:file_format>"): (
        "governance.export_assessment",
        404,  # none of this name
    ),
    ("governance.AssessmentRound", "<path:object_id>/messages/"): (
        "governance.view_assessment",
        200,
    ),
    ("networks.Agency", "<path:object_id>/emblem/"): ("networks.view_agency", 404),  # without one
    ("networks.AreaNetwork", "<path:object_id>/seats/"): ("networks.add_seatholding", 200),
    ("networks.District", "promotion-officers/"): ("networks.change_cooperative", 200),
    ("networks.District", "boundaries/"): ("networks.add_districtboundary", 200),
    ("networks.District", "boundaries/remove/"): ("networks.delete_districtboundary", (200, 302)),
    ("networks.District", "boundaries/<int:run_id>/"): ("networks.add_districtboundary", 404),
    ("networks.District", "boundaries/<int:run_id>/undo/"): ("networks.add_districtboundary", 404),
    ("networks.Cooperative", "<path:object_id>/amalgamate/"): ("networks.add_cooperative", 200),
    ("networks.Cooperative", "<path:object_id>/divide/"): ("networks.add_cooperative", 200),
    ("networks.FarmerGroup", "<path:object_id>/amalgamate/"): ("networks.add_farmergroup", 200),
    ("networks.FarmerGroup", "<path:object_id>/divide/"): ("networks.add_farmergroup", 200),
    ("networks.Cooperative", "<path:object_id>/handover/"): ("networks.change_appointment", 200),
    ("networks.FarmerGroup", "<path:object_id>/handover/"): ("networks.change_appointment", 200),
    ("networks.Appointment", "<path:object_id>/handover/"): ("networks.change_appointment", 200),
    ("networks.Person", "<path:object_id>/transfer/"): ("networks.change_cooperative", 200),
    ("networks.Cooperative", "<path:object_id>/act-for/"): ("networks.act_for_organization", 200),
    ("networks.FarmerGroup", "<path:object_id>/act-for/"): ("networks.act_for_organization", 200),
    ("networks.Proposal", "accept/"): ("networks.decide_proposal", 200),
    ("networks.Proposal", "<path:object_id>/accept/"): ("networks.decide_proposal", 200),
    ("networks.Proposal", "<path:object_id>/refuse/"): ("networks.decide_proposal", 200),
    ("governance.Award", "grant/"): ("governance.add_award", 200),
    ("governance.Award", "certificates/"): ("governance.view_award", 200),
    ("governance.Award", "<path:object_id>/certificate/"): ("governance.view_award", 200),
    ("governance.Award", "<path:object_id>/invitation/"): ("governance.view_award", 200),
    ("governance.Award", "<path:object_id>/await/"): ("governance.change_award", 200),
    ("governance.Award", "<path:object_id>/present/"): ("governance.change_award", 200),
    ("governance.Award", "<path:object_id>/correct/"): ("governance.change_award", 200),
    ("governance.Award", "<path:object_id>/revoke/"): ("governance.change_award", 200),
    ("governance.Award", "<path:object_id>/photo/"): ("governance.change_award", 200),
    ("governance.Award", "<path:object_id>/photo/file/"): ("governance.view_award", 404),  # none
    ("governance.Practice", "propose/"): ("governance.add_practice", 200),
    ("governance.Practice", "suggestions/"): ("governance.view_practice", 200),
    ("governance.Practice", "<path:object_id>/select/"): ("governance.change_practice", 200),
    ("governance.Practice", "<path:object_id>/share/"): ("governance.change_practice", 200),
    ("governance.Practice", "<path:object_id>/give-up/"): ("governance.change_practice", 200),
    ("governance.Practice", "<path:object_id>/take-down/"): ("governance.change_practice", 200),
    ("governance.Practice", "<path:object_id>/materials/<int:material_number>/"): (
        "governance.view_practice",
        404,  # none of this number
    ),
    ("governance.Forum", "<path:object_id>/publish/"): ("governance.change_forum", 200),
    ("governance.Forum", "<path:object_id>/hold/"): ("governance.change_forum", 200),
    ("governance.Forum", "<path:object_id>/cancel/"): ("governance.change_forum", 200),
    ("governance.Assessment", "receive-paper/"): (MANAGE, 200),
    ("governance.Assessment", "<path:object_id>/review/"): (REVIEW, 200),
    ("governance.Assessment", "<path:object_id>/review/returned/"): (REVIEW, 200),
    ("governance.Assessment", "<path:object_id>/review/<str:number>/"): (REVIEW, (200, 404)),
    ("governance.Assessment", "<path:object_id>/evidence/<int:evidence_id>/"): (REVIEW, 404),
    ("governance.Assessment", "<path:object_id>/return/"): (REVIEW, 200),
    ("governance.Assessment", "<path:object_id>/recommend/"): (REVIEW, 200),
    ("governance.Assessment", "<path:object_id>/assign/"): (MANAGE, 200),
    ("governance.Assessment", "<path:object_id>/extend/"): (MANAGE, 200),
    ("governance.Assessment", "<path:object_id>/decide/"): (MANAGE, 200),
    ("governance.Assessment", "<path:object_id>/withdraw/"): (MANAGE, 200),
    ("governance.WorkingGroupMeeting", "<path:object_id>/confirm/"): (
        "governance.confirm_assessment",
        200,
    ),
    ("governance.WorkingGroupMeeting", "<path:object_id>/results-table/"): (
        "governance.view_workinggroupmeeting",
        200,
    ),
    # The head of the office approves, by an appointment; none of the groups does.
    ("news.PressRelease", "<path:object_id>/approve/"): ("nobody", 200),
    ("news.PressRelease", "<path:object_id>/enter-approval/"): (APPROVE_NEWS, 200),
    ("news.PressRelease", "<path:object_id>/send-back/"): (APPROVE_NEWS, 200),
    ("news.PressRelease", "<path:object_id>/submit/"): (WRITE_NEWS, 200),
    ("news.PressRelease", "<path:object_id>/reopen/"): (WRITE_NEWS, 200),
    ("news.PressRelease", "<path:object_id>/make-link/"): (WRITE_NEWS, 200),
    ("news.PressRelease", "<path:object_id>/take-link-back/"): (WRITE_NEWS, 200),
    ("news.PressRelease", "<path:object_id>/compose-anew/"): ("news.add_pressrelease", 200),
    ("news.PressRelease", "<path:object_id>/publish/"): (PUBLISH_NEWS, 200),
    ("news.PressRelease", "<path:object_id>/call-off/"): (PUBLISH_NEWS, 200),
    ("news.PressRelease", "<path:object_id>/correct/"): (PUBLISH_NEWS, 200),
    ("news.PressRelease", "<path:object_id>/withdraw/"): (PUBLISH_NEWS, 200),
    ("news.PressRelease", "<path:object_id>/text-preview/"): (WRITE_NEWS, 405),  # by POST only
    ("news.PressRelease", "<path:object_id>/photos/<int:photo_id>/"): (
        "news.view_pressrelease",
        404,  # none of this number
    ),
    ("accounts.User", "<id>/password/"): ("accounts.change_user", 200),
    ("accounts.User", "<int:user_id>/end-sessions/"): ("accounts.change_user", 200),
    ("accounts.User", "<int:user_id>/reset-factor/"): ("accounts.change_user", 200),
    ("accounts.ActivationCode", "issue/"): ("accounts.issue_activationcode", 200),
    ("accounts.ActivationCode", "issue/slips/"): ("accounts.issue_activationcode", 302),
    ("common.ChangeSet", "<int:change_set_id>/undo/"): ("networks.change_agency", 200),
    ("common.ImportRun", "<int:run_id>/open/"): ("networks.import_organization", 302),
    ("common.ImportRun", "<int:run_id>/take-back/"): ("networks.import_organization", 302),
}

# What nobody adds, changes or removes in the admin, whatever their rights.
NEVER = {
    ("governance.AssessmentRound", "add/"),
    ("governance.AssessmentRound", "<path:object_id>/delete/"),  # somebody has begun
    ("accounts.AccountEvent", "add/"),
    ("accounts.AccountEvent", "<path:object_id>/delete/"),
    ("accounts.ActivationCode", "add/"),
    ("accounts.ActivationCode", "<path:object_id>/delete/"),
    ("common.ChangeSet", "add/"),
    ("common.ChangeSet", "<path:object_id>/delete/"),
    ("common.ImportRun", "add/"),
    ("common.ImportRun", "<path:object_id>/delete/"),
    ("governance.Award", "add/"),  # by a step of its own
    ("governance.Award", "<path:object_id>/delete/"),  # the public knows of it
    ("governance.Practice", "add/"),  # by a step of its own
    ("governance.Practice", "<path:object_id>/delete/"),  # it is not taken up, or withdrawn
    ("governance.Forum", "<path:object_id>/delete/"),  # announced
    ("governance.ForumPromise", "add/"),
    ("governance.ForumPromise", "<path:object_id>/delete/"),
    ("governance.Assessment", "add/"),
    ("governance.Assessment", "<path:object_id>/delete/"),
    ("auth.Group", "<path:object_id>/delete/"),  # the portal keeps its own groups
    ("networks.ContactReading", "add/"),
    ("networks.ContactReading", "<path:object_id>/delete/"),
    ("news.PressRelease", "<path:object_id>/delete/"),  # published
    ("networks.Organization", "add/"),
    ("networks.Organization", "<path:object_id>/delete/"),
    ("site.DataRequest", "add/"),
    ("networks.HoldersConfirmation", "add/"),
    ("networks.HoldersConfirmation", "<path:object_id>/delete/"),
    ("networks.Proposal", "add/"),
    ("networks.Proposal", "<path:object_id>/delete/"),
    ("site.ErrorReport", "add/"),
}
