package org.safercommunities.portal.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safercommunities.portal.storage.worker.Reading;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class StorageConfigurationTest {

    @TempDir
    Path data;

    private ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withUserConfiguration(StorageConfiguration.class, MediaTypes.class)
                .withBean(Quarantine.class, NothingHeld::new)
                .withPropertyValues("portal.data=" + data);
    }

    @Test
    void withoutSettingsFilesAreKeptBelowTheDataFolderAndNotScanned() {
        runner().run(context -> {
            assertThat(context.getBean(StorageProperties.class)).isEqualTo(StorageProperties.standard());
            assertThat(context.getBean(StorageFolders.class).files()).isEqualTo(data.resolve("files"));
            assertThat(context.getBean(Scanner.class).configured()).isFalse();
            assertThat(context).hasBean("blobs").hasSingleBean(Inspector.class).hasSingleBean(Pages.class);
        });
    }

    @Test
    void settingsAreTaken() {
        runner().withPropertyValues(
                        "portal.storage.folder=" + data.resolve("elsewhere"),
                        "portal.storage.max-file-size=10MB",
                        "portal.storage.worker.time-limit=5s",
                        "portal.clamd=127.0.0.1:3310")
                .run(context -> {
                    assertThat(context.getBean(StorageFolders.class).files()).isEqualTo(data.resolve("elsewhere"));
                    StorageProperties properties = context.getBean(StorageProperties.class);
                    assertThat(properties.maxFileSize()).isEqualTo(DataSize.ofMegabytes(10));
                    assertThat(properties.worker().timeLimit()).isEqualTo(Duration.ofSeconds(5));
                    assertThat(properties.worker().readers()).isEqualTo(2);
                    assertThat(context.getBean(Scanner.class).configured()).isTrue();
                });
    }

    @Test
    void everythingAWorkerCanTellHasAStateOrANote() {
        assertThat(Reading.Outcome.values())
                .extracting(Enum::name)
                .containsExactlyElementsOf(java.util.stream.Stream.of(Inspection.State.values())
                        .map(Enum::name)
                        .toList());
        assertThat(Inspection.Note.values()).extracting(Enum::name).contains(Reading.MACROS, Reading.TRUNCATED);
    }

    /** Without a database nobody knows of anything to hold back. */
    private static final class NothingHeld implements Quarantine {

        @Override
        public void arrived(String sha256, long size) {}

        @Override
        public void admit(String sha256) {}

        @Override
        public void gone(String sha256) {}
    }
}
