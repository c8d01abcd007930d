package org.safercommunities.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.FirstPerson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoContentTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final DemoWorld WORLD = DemoWorld.read();
    private static final List<DemoDocument> DOCUMENTS = DemoDocuments.all(TODAY);

    private static JsonNode realm() throws IOException {
        String text = Files.readString(Path.of("keycloak/realms/demo/safer-communities.json"));
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void peopleAreTheAccountsOfTheDemoRealm() throws IOException {
        Map<String, String> inRealm = new TreeMap<>();
        for (JsonNode user : realm().get("users")) {
            if (user.has("email")) {
                inRealm.put(user.get("email").asString(), user.get("id").asString());
            }
        }
        Map<String, String> here = WORLD.people().stream()
                .filter(person -> person.account() != null)
                .collect(Collectors.toMap(
                        FirstPerson::email, person -> String.valueOf(person.account()), (a, b) -> a, TreeMap::new));
        assertThat(here).isEqualTo(inRealm);
    }

    @Test
    void agenciesAndTheirProvidersAreThoseOfTheDemoRealm() throws IOException {
        Map<String, String> inRealm = new TreeMap<>();
        for (JsonNode organization : realm().get("organizations")) {
            JsonNode providers = organization.path("identityProviders");
            inRealm.put(
                    organization.get("alias").asString(),
                    providers.isEmpty() ? "" : providers.get(0).get("alias").asString());
        }
        Map<String, String> here = new TreeMap<>();
        WORLD.agencies().forEach(agency -> {
            String provider = agency.description().identityProvider();
            here.put(agency.slug(), provider == null ? "" : provider);
        });
        assertThat(here).isEqualTo(inRealm);
    }

    @Test
    void thereAreTwelveDistricts() {
        assertThat(WORLD.districts()).hasSize(12);
    }

    @Test
    void documentsCoverEveryKindAndEveryTopicOverThreeYears() {
        assertThat(DOCUMENTS).hasSizeGreaterThanOrEqualTo(40);
        assertThat(each("kind"))
                .containsExactlyInAnyOrder(
                        "report",
                        "guidance",
                        "template",
                        "data",
                        "presentation",
                        "recording",
                        "campaign",
                        "learning-pack",
                        "review",
                        "newsletter",
                        "paper",
                        "other");
        assertThat(DOCUMENTS.stream().flatMap(each -> each.said().list("topics").stream()))
                .contains(
                        "anti-social-behaviour",
                        "domestic-abuse",
                        "substance-misuse",
                        "safeguarding-vulnerable-people",
                        "serious-violence-and-organised-crime",
                        "preventing-extremism-and-hate",
                        "road-safety",
                        "early-intervention-prevention-and-education",
                        "reduce-re-offending-and-support-victims",
                        "improve-quality-of-life-and-enhance-community-resilience",
                        "support-mental-health-and-wellbeing");
        assertThat(DOCUMENTS.stream().map(each -> each.dates().getFirst().getYear()))
                .contains(2024, 2025, 2026);
    }

    @Test
    void sensitiveDocumentsSayHowToHandleThem() {
        assertThat(DOCUMENTS)
                .filteredOn(each -> each.said().text("marking", "").equals("OFFICIAL-SENSITIVE"))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.said().optional("handling")).isNotBlank());
    }

    @Test
    void abbreviationsOfTheFieldCanBeFound() {
        String all = DOCUMENTS.stream()
                .map(each -> each.text() + each.said().fields())
                .collect(Collectors.joining(" "));
        assertThat(all)
                .contains("DHR", "ASB", "VAWG", "CSE", "MARAC", "MAPPA", "IDVA", "PSPO", "CPN", "CTLP", "PREVENT")
                .contains("Channel", "SOC", "OCG", "NTE", "CSIS", "VRU", "KMSAB", "SAAW");
    }

    @Test
    void linesForLaterVersionsAreNotInTheFirst() {
        DemoDocument document = DOCUMENTS.stream()
                .filter(each -> each.key().startsWith("01-"))
                .findFirst()
                .orElseThrow();
        assertThat(document.paper(1, "").text()).doesNotContain("Lone tenants").contains("half an hour");
        assertThat(document.paper(3, "").text()).contains("Lone tenants").doesNotContain("half an hour");
        assertThat(document.dates()).hasSize(3).isSorted();
    }

    private static Set<String> each(String field) {
        return DOCUMENTS.stream().map(each -> each.said().text(field)).collect(Collectors.toCollection(TreeSet::new));
    }
}
