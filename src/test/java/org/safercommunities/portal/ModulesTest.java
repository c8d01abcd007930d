package org.safercommunities.portal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLayout;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.storage.Blobs;
import org.safercommunities.portal.storage.FolderBlobs;
import org.springframework.core.io.Resource;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.security.access.annotation.Secured;
import org.springframework.security.access.prepost.PreAuthorize;

/** The arrows between modules, and a few rules that hold everywhere. */
class ModulesTest {

    private static final JavaClasses PORTAL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.safercommunities.portal");

    @Test
    void modulesUseEachOtherOnlyAsTheirDeclarationsAllow() {
        ApplicationModules.of(PortalApplication.class).verify();
    }

    @Test
    void everyPageSaysWhoMayOpenIt() {
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .should()
                .beAnnotatedWith(PermitAll.class)
                .orShould()
                .beAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beAnnotatedWith(com.vaadin.flow.server.auth.AnonymousAllowed.class)
                .check(PORTAL);
    }

    /** Method security would have to look through every page that is opened. What each may do, services ask themselves. */
    @Test
    void onlyPagesNameRolesInAnnotationsForNobodyElseHeedsThem() {
        noClasses()
                .that()
                .areNotAnnotatedWith(Route.class)
                .and()
                .areNotAssignableTo(RouterLayout.class)
                .should()
                .beAnnotatedWith(PermitAll.class)
                .orShould()
                .beAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beAnnotatedWith(PreAuthorize.class)
                .orShould()
                .beAnnotatedWith(Secured.class)
                .check(PORTAL);
        noMethods()
                .should()
                .beAnnotatedWith(PermitAll.class)
                .orShould()
                .beAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beAnnotatedWith(DenyAll.class)
                .orShould()
                .beAnnotatedWith(PreAuthorize.class)
                .orShould()
                .beAnnotatedWith(Secured.class)
                .check(PORTAL);
    }

    @Test
    void noPageBringsAFrontEndModuleThatWouldNeedNode() {
        noClasses()
                .should()
                .beAnnotatedWith(com.vaadin.flow.component.dependency.JsModule.class)
                .orShould()
                .beAnnotatedWith(com.vaadin.flow.component.dependency.NpmPackage.class)
                .check(PORTAL);
    }

    @Test
    void filesAreParsedInTheWorkerOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..storage..", "..demo..", "..shared.pdf..", "..events.certificates..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.tika..", "org.apache.poi..", "org.apache.pdfbox..")
                .check(PORTAL);
    }

    /** Those who write PDFs outside of the worker have no way to open one. */
    @Test
    void whoWritesFilesReadsNone() {
        noClasses()
                .that()
                .resideInAnyPackage("..shared.pdf..", "..events.certificates..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.apache.pdfbox.Loader")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.pdfbox.pdfparser..", "org.apache.tika..", "org.apache.poi..")
                .check(PORTAL);
    }

    /**
     * Whoever holds the files themselves could give them out past the virus scanner: that is the store, and the part of it that scans.
     */
    @Test
    void nobodyGetsAFilePastTheVirusScanner() {
        pastTheVirusScanner().check(PORTAL);
    }

    @Test
    void aClassThatServesFilesPastTheVirusScannerIsNoticed() {
        JavaClasses leaking = new ClassFileImporter().importClasses(LeakingDownloads.class, LeakingGuess.class);
        assertThat(pastTheVirusScanner().evaluate(leaking).getFailureReport().getDetails())
                .anyMatch(line -> line.contains("LeakingDownloads"));
        assertThat(onlyIntakeLooksInside().evaluate(leaking).hasViolation()).isTrue();
    }

    /** The beginning of a file is for telling its type as it comes in, and for nothing that anybody is shown. */
    @Test
    void onlyWhoeverTakesFilesInLooksAtThemBeforeTheVirusScanner() {
        onlyIntakeLooksInside().check(PORTAL);
    }

    private static ArchRule pastTheVirusScanner() {
        return noClasses()
                .that()
                // The last two know how it names files, and hold none
                .haveNameNotMatching(".*\\.storage\\.(FolderBlobs|GuardedBlobs|FileScanning|StorageConfiguration"
                        + "|GrowingSha256|DerivedPictures)")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(FolderBlobs.class);
    }

    private static ArchRule onlyIntakeLooksInside() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.safercommunities.portal.library.Intake")
                .and()
                .doNotHaveFullyQualifiedName("org.safercommunities.portal.storage.GuardedBlobs")
                .should()
                .callMethod(Blobs.class, "beginning", String.class);
    }

    /** What the rules are there to notice. */
    private record LeakingDownloads(FolderBlobs files) {

        Resource serve(String sha256) {
            return files.open(sha256);
        }
    }

    /** The same. */
    private record LeakingGuess(Blobs blobs) {

        byte[] serve(String sha256) throws IOException {
            return blobs.beginning(sha256);
        }
    }
}
