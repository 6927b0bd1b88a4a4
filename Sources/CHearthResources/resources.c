#include "CHearthResources.h"

// C23 #embed. Clang writes the embedded files into its dependency output (-MD), so that an
// incremental build notices when one of them has changed.
#pragma clang diagnostic ignored "-Wc23-extensions"

#if !__has_embed("care.hearth")
#error "This compiler has no #embed; clang 19 or later has it."
#endif

#define RESOURCE(label, array) {label, array, sizeof array}

static const unsigned char care_schema[] = {
#embed "care.hearth"
};

static const unsigned char chibi_schema[] = {
#embed "../../samples/chibi/schema.hearth"
};

static const unsigned char siming_schema[] = {
#embed "../../samples/siming/schema.hearth"
};

static const unsigned char siming_areas[] = {
#embed "../../samples/siming/areas.csv"
};

static const unsigned char siming_families[] = {
#embed "../../samples/siming/families.csv"
};

static const unsigned char siming_members[] = {
#embed "../../samples/siming/members.csv"
};

static const unsigned char siming_organizations[] = {
#embed "../../samples/siming/organizations.csv"
};

static const unsigned char siming_programs[] = {
#embed "../../samples/siming/programs.csv"
};

static const unsigned char siming_venues[] = {
#embed "../../samples/siming/venues.csv"
};

static const unsigned char siming_commitments[] = {
#embed "../../samples/siming/commitments.csv"
};

static const unsigned char siming_volunteers[] = {
#embed "../../samples/siming/volunteers.csv"
};

static const unsigned char siming_pairings[] = {
#embed "../../samples/siming/pairings.csv"
};

static const unsigned char siming_sessions[] = {
#embed "../../samples/siming/sessions.csv"
};

static const unsigned char siming_services[] = {
#embed "../../samples/siming/services.csv"
};

static const unsigned char siming_needs[] = {
#embed "../../samples/siming/needs.csv"
};

static const unsigned char siming_budgets[] = {
#embed "../../samples/siming/budgets.csv"
};

static const unsigned char siming_campaigns[] = {
#embed "../../samples/siming/campaigns.csv"
};

static const unsigned char siming_assessments[] = {
#embed "../../samples/siming/assessments.csv"
};

static const unsigned char siming_enrolments[] = {
#embed "../../samples/siming/enrolments.csv"
};

static const unsigned char siming_teams[] = {
#embed "../../samples/siming/teams.csv"
};

static const unsigned char siming_rules[] = {
#embed "../../samples/siming/rules.csv"
};

static const unsigned char siming_history[] = {
#embed "../../samples/siming/history.csv"
};

// The list of the embedded sample; a test compares it with the folder.
static const hearth_resource sample[] = {
    RESOURCE("schema.hearth", siming_schema),
    RESOURCE("areas.csv", siming_areas),
    RESOURCE("families.csv", siming_families),
    RESOURCE("members.csv", siming_members),
    RESOURCE("organizations.csv", siming_organizations),
    RESOURCE("programs.csv", siming_programs),
    RESOURCE("venues.csv", siming_venues),
    RESOURCE("commitments.csv", siming_commitments),
    RESOURCE("volunteers.csv", siming_volunteers),
    RESOURCE("pairings.csv", siming_pairings),
    RESOURCE("sessions.csv", siming_sessions),
    RESOURCE("services.csv", siming_services),
    RESOURCE("needs.csv", siming_needs),
    RESOURCE("budgets.csv", siming_budgets),
    RESOURCE("campaigns.csv", siming_campaigns),
    RESOURCE("assessments.csv", siming_assessments),
    RESOURCE("enrolments.csv", siming_enrolments),
    RESOURCE("teams.csv", siming_teams),
    RESOURCE("rules.csv", siming_rules),
    RESOURCE("history.csv", siming_history),
};

hearth_resource hearth_care_schema(void) {
  return (hearth_resource)RESOURCE("care.hearth", care_schema);
}

hearth_resource hearth_siming_schema(void) { return sample[0]; }

hearth_resource hearth_chibi_schema(void) {
  return (hearth_resource)RESOURCE("schema.hearth", chibi_schema);
}

int hearth_sample_count(void) { return sizeof sample / sizeof sample[0]; }

hearth_resource hearth_sample(int position) {
  if (position < 0 || position >= hearth_sample_count()) {
    return (hearth_resource){"", care_schema, 0};
  }
  return sample[position];
}
