package org.safercommunities.portal.agencies.ui;

import java.util.Optional;
import org.safercommunities.portal.agencies.AccessRequests;
import org.safercommunities.portal.agencies.AgencyEndings;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.DataRequests;
import org.safercommunities.portal.shared.AdminSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What administrators find here. */
@Configuration(proxyBeanMethods = false)
class AgencySections {

    private record Section(String title, String path, String description, String icon, int order)
            implements AdminSection {}

    private record Requests(AccessRequests requests) implements AdminSection {

        @Override
        public String title() {
            return "Access requests";
        }

        @Override
        public String path() {
            return AccessRequestsView.PATH;
        }

        @Override
        public String description() {
            return "People whose agency the portal does not know ask to be let in.";
        }

        @Override
        public Optional<String> badge() {
            return switch (requests.countOpen()) {
                case 0 -> Optional.empty();
                case 1 -> Optional.of("1 request to answer");
                default -> Optional.of(requests.countOpen() + " requests to answer");
            };
        }

        @Override
        public String icon() {
            return "user-plus";
        }

        @Override
        public int order() {
            return 50;
        }
    }

    private record OnData(DataRequests requests) implements AdminSection {

        @Override
        public String title() {
            return "Requests on data";
        }

        @Override
        public String path() {
            return DataRequestsView.PATH;
        }

        @Override
        public String description() {
            return "People say that something held on them is wrong, or ask to be erased.";
        }

        @Override
        public Optional<String> badge() {
            int open = requests.countOpen();
            return switch (open) {
                case 0 -> Optional.empty();
                case 1 -> Optional.of("1 person asks about their data");
                default -> Optional.of(open + " people ask about their data");
            };
        }

        @Override
        public String icon() {
            return "shield-check";
        }

        @Override
        public int order() {
            return 60;
        }
    }

    @Bean
    AdminSection dataRequestsSection(DataRequests requests) {
        return new OnData(requests);
    }

    @Bean
    AdminSection requestsSection(AccessRequests requests) {
        return new Requests(requests);
    }

    private record AgenciesPart(AgencyEndings endings, CurrentReader reader) implements AdminSection {

        @Override
        public String title() {
            return "Agencies";
        }

        @Override
        public String path() {
            return "admin/agencies";
        }

        @Override
        public String description() {
            return "Who takes part, how their people sign in. Add, rename, merge and end agencies.";
        }

        @Override
        public Optional<String> badge() {
            int waiting = endings.toAnswer(reader.get()).size();
            return waiting == 0
                    ? Optional.empty()
                    : Optional.of(waiting == 1 ? "1 waits for a second person" : waiting + " wait for a second person");
        }

        @Override
        public String icon() {
            return "building-2";
        }

        @Override
        public int order() {
            return 100;
        }
    }

    @Bean
    AdminSection agenciesSection(AgencyEndings endings, CurrentReader reader) {
        return new AgenciesPart(endings, reader);
    }

    @Bean
    AdminSection sharingSection() {
        return new Section(
                "Information sharing",
                SharingView.PATH,
                "Versions of the Information Sharing Agreement, and which agency has signed until when.",
                "shield-check",
                150);
    }

    @Bean
    AdminSection peopleSection() {
        return new Section(
                "People", "admin/people", "Find somebody, give roles, end or move a membership.", "users", 200);
    }

    @Bean
    AdminSection groupsSection() {
        return new Section("Groups", "admin/groups", "Boards and steering groups, and who is in them.", "layers", 300);
    }
}
