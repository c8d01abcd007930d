package org.safercommunities.portal.storage;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Puts the parts of the storage module together from the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StorageProperties.class)
class StorageConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(StorageConfiguration.class);

    @Bean
    StorageFolders storageFolders(@Value("${portal.data:.portal}") Path data, StorageProperties properties) {
        StorageFolders usual = StorageFolders.in(data);
        Path folder = properties.folder();
        return folder == null ? usual : new StorageFolders(folder, usual.derived(), usual.work());
    }

    /** The files themselves: for the scanner, and for nobody who gives anything out. */
    @Bean(defaultCandidate = false)
    FolderBlobs unguardedFiles(StorageFolders folders, StorageProperties properties) throws IOException {
        return new FolderBlobs(folders.files(), properties.maxFileSize(), properties.reserve());
    }

    @Bean
    @Primary
    Blobs blobs(@Qualifier("unguardedFiles") FolderBlobs files, Quarantine quarantine) {
        return new GuardedBlobs(files, quarantine);
    }

    @Bean
    Parts parts(Blobs blobs, StorageFolders folders, StorageProperties properties) throws IOException {
        return new Parts(folders.parts(), blobs, properties.maxFileSize(), properties.reserve());
    }

    @Bean
    Inspector inspector(Blobs blobs, StorageFolders folders, StorageProperties properties) {
        return new Inspector(blobs, folders, properties);
    }

    @Bean
    Pages pages(Blobs blobs, MediaTypes mediaTypes, StorageFolders folders, StorageProperties properties) {
        return new Pages(blobs, mediaTypes, folders, properties);
    }

    /** {@code portal.clamd} comes from PORTAL_CLAMD. */
    @Bean
    Scanner scanner(@Value("${portal.clamd:}") String clamd, StorageProperties properties) {
        if (clamd.isBlank()) {
            LOG.warn("Files are not scanned for viruses: PORTAL_CLAMD is not set");
            return Scanner.none();
        }
        return Scanner.clamd(clamd.strip(), properties.clamav());
    }
}
