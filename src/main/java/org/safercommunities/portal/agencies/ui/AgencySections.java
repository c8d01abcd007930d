package org.safercommunities.portal.agencies.ui;

import org.safercommunities.portal.shared.AdminSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What administrators find here. */
@Configuration(proxyBeanMethods = false)
class AgencySections {

    private record Section(String title, String path, String description, String icon, int order)
            implements AdminSection {}

    @Bean
    AdminSection agenciesSection() {
        return new Section(
                "Agencies",
                "admin/agencies",
                "Who takes part, how their people sign in. Add, rename, merge and end agencies.",
                "building-2",
                100);
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
