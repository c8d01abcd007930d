package org.safercommunities.portal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.Route;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

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
                .beAnnotatedWith(jakarta.annotation.security.PermitAll.class)
                .orShould()
                .beAnnotatedWith(jakarta.annotation.security.RolesAllowed.class)
                .orShould()
                .beAnnotatedWith(com.vaadin.flow.server.auth.AnonymousAllowed.class)
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
}
