package org.safercommunities.portal.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.search.mapper.orm.mapping.HibernateOrmSearchMappingConfigurer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How Hibernate Search is set up. Anything here can be overridden by {@code spring.jpa.properties.hibernate.search.*}, as an
 * installation of several nodes does to use OpenSearch.
 */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    @Bean
    HibernatePropertiesCustomizer searchProperties(@Value("${portal.data:.portal}") Path data) {
        return properties -> {
            Map<String, Object> defaults = new HashMap<>();
            // The index follows the rows of search_entry (see Indexer), not what an ORM session happens to flush
            defaults.put("hibernate.search.indexing.listeners.enabled", false);
            defaults.put("hibernate.search.indexing.plan.synchronization.strategy", "sync");
            defaults.put("hibernate.search.mapping.configurer", (HibernateOrmSearchMappingConfigurer) mapping ->
                    mapping.programmaticMapping().type(IndexedThing.class).binder(new IndexedFields()));
            defaults.put("hibernate.search.backend.type", "lucene");
            if ("lucene".equals(properties.getOrDefault("hibernate.search.backend.type", "lucene"))) {
                Path root = data.resolve("index").toAbsolutePath();
                prepare(root);
                defaults.put("hibernate.search.backend.directory.root", root.toString());
                defaults.put("hibernate.search.backend.analysis.configurer", new TextAnalysis());
                defaults.put("hibernate.search.backend.lucene_version", "LATEST");
                // Each batch that was indexed makes itself visible
                defaults.put("hibernate.search.backend.io.refresh_interval", 60_000);
            }
            defaults.forEach(properties::putIfAbsent);
        };
    }

    private static void prepare(Path root) {
        try {
            new IndexFolder(root).prepare();
        } catch (IOException failed) {
            throw new IllegalStateException(
                    "The folder %s for the search index cannot be written".formatted(root), failed);
        }
    }
}
