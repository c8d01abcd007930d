package org.safercommunities.portal;

import org.safercommunities.portal.shared.AdminSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What administrators find on personal data. */
@Configuration(proxyBeanMethods = false)
class PrivacySections {

    private record Section(String title, String path, String description, String icon, int order)
            implements AdminSection {}

    @Bean
    AdminSection recordOfProcessingSection() {
        return new Section(
                "Record of processing",
                "admin/privacy",
                "What is held on people, why, who sees it and how long.",
                "shield-check",
                800);
    }

    @Bean
    AdminSection retentionSection() {
        return new Section(
                "Retention",
                "admin/retention",
                "What was deleted in time, and what is due in the next 30 days.",
                "scroll-text",
                810);
    }
}
