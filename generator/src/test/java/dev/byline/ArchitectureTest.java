package dev.byline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Calendar;

/** The direction of dependencies: command line -> facade -> stages -> records. */
@AnalyzeClasses(packages = "dev.byline", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String[] OURS_BUT_DIAGNOSTICS_AND_SITE = {
        "dev.byline",
        "dev.byline.cli..",
        "dev.byline.source..",
        "dev.byline.understand..",
        "dev.byline.network..",
        "dev.byline.page..",
        "dev.byline.markdown..",
        "dev.byline.content..",
        "dev.byline.theme..",
        "dev.byline.feed..",
        "dev.byline.social..",
        "dev.byline.newsletter..",
        "dev.byline.feedback..",
        "dev.byline.engagement..",
        "dev.byline.intake..",
        "dev.byline.check..",
        "dev.byline.hosting..",
        "dev.byline.identity..",
        "dev.byline.image..",
        "dev.byline.search..",
        "dev.byline.remote..",
        "dev.byline.microformats..",
        "dev.byline.websub..",
        "dev.byline.limits..",
        "dev.byline.webmention..",
        "dev.byline.publish..",
        "dev.byline.rehearsal..",
        "dev.byline.schnorr..",
        "dev.byline.memory..",
        "dev.byline.preview..",
        "dev.byline.output.."
    };

    @ArchTest
    static final ArchRule the_records_of_the_site_know_nothing_of_ours_but_places = noClasses()
            .that()
            .resideInAPackage("dev.byline.site..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(OURS_BUT_DIAGNOSTICS_AND_SITE);

    @ArchTest
    static final ArchRule diagnostics_know_nothing_of_ours = noClasses()
            .that()
            .resideInAPackage("dev.byline.diagnostic..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.byline", "dev.byline.site..", "dev.byline.source..", "dev.byline.understand..");

    @ArchTest
    static final ArchRule networks_know_nothing_of_ours = classes()
            .that()
            .resideInAPackage("dev.byline.network..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.byline.network..", "java..", "org.apache.commons.validator..");

    @ArchTest
    static final ArchRule texts_that_leave_the_site_know_nothing_of_ours = classes()
            .that()
            .resideInAPackage("dev.byline.content..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.byline.content..", "java..", "org.jsoup..");

    @ArchTest
    static final ArchRule the_command_line_knows_the_facade_and_no_stage = noClasses()
            .that()
            .resideInAPackage("dev.byline.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.byline.source..",
                    "dev.byline.understand..",
                    "dev.byline.page..",
                    "dev.byline.markdown..",
                    "dev.byline.theme..",
                    "dev.byline.feed..",
                    "dev.byline.social..",
                    "dev.byline.limits..",
                    "dev.byline.newsletter..",
                    "dev.byline.publish..",
                    "dev.byline.rehearsal..",
                    "dev.byline.intake..",
                    "dev.byline.preview..",
                    "dev.byline.output..");

    @ArchTest
    static final ArchRule no_stage_knows_the_facade_or_the_command_line = noClasses()
            .that()
            .resideOutsideOfPackages("dev.byline", "dev.byline.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.byline", "dev.byline.cli..");

    @ArchTest
    static final ArchRule reading_knows_no_later_stage = noClasses()
            .that()
            .resideInAPackage("dev.byline.source..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.byline.understand..", "dev.byline.page..", "dev.byline.network..", "dev.byline.theme..");

    @ArchTest
    static final ArchRule writing_knows_nothing_of_what_it_writes = classes()
            .that()
            .resideInAPackage("dev.byline.output..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.byline.output..", "dev.byline.diagnostic..", "java..");

    @ArchTest
    static final ArchRule asking_knows_nothing_of_what_is_asked_for = classes()
            .that()
            .resideInAPackage("dev.byline.remote..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.byline.remote..", "java..", "org.apache.hc..");

    @ArchTest
    static final ArchRule microformats_are_read_by_themselves = classes()
            .that()
            .resideInAPackage("dev.byline.microformats..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.byline.microformats..", "java..", "org.jsoup..");

    @ArchTest
    static final ArchRule posting_knows_nothing_of_how_drafts_are_made = classes()
            .that()
            .resideInAPackage("dev.byline.publish..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.byline.publish..",
                    "dev.byline.site..",
                    "dev.byline.network..",
                    "dev.byline.diagnostic..",
                    "dev.byline.remote..",
                    "dev.byline.output..",
                    "dev.byline.schnorr..",
                    "java..",
                    "javax.crypto..",
                    "jakarta.mail..",
                    "org.eclipse.angus.mail.smtp..",
                    "org.jsoup..",
                    "org.snakeyaml..",
                    "tools.jackson..");

    @ArchTest
    static final ArchRule networks_to_rehearse_on_know_nothing_of_ours = classes()
            .that()
            .resideInAPackage("dev.byline.rehearsal..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.byline.rehearsal..",
                    "dev.byline.schnorr..",
                    "java..",
                    "javax.crypto..",
                    "com.sun.net.httpserver..",
                    "jakarta.mail..",
                    "org.java_websocket..",
                    "tools.jackson..");

    @ArchTest
    static final ArchRule signatures_know_nothing_of_ours = classes()
            .that()
            .resideInAPackage("dev.byline.schnorr..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.byline.schnorr..", "java..", "org.bouncycastle.math.ec..");

    @ArchTest
    static final ArchRule the_intake_knows_nothing_of_builds_and_writes_into_no_site = classes()
            .that()
            .resideInAPackage("dev.byline.intake..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.byline.intake..",
                    "dev.byline.feedback..",
                    "dev.byline.site..",
                    "dev.byline.theme..",
                    "dev.byline.page..",
                    "dev.byline.diagnostic..",
                    "java..",
                    "javax.crypto..",
                    "org.eclipse.jetty..",
                    "com.zaxxer.hikari..",
                    "tools.jackson..");

    @ArchTest
    static final ArchRule the_preview_knows_nothing_of_how_builds_are_made_and_writes_nothing = classes()
            .that()
            .resideInAPackage("dev.byline.preview..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.byline.preview..",
                    "dev.byline.site..",
                    "dev.byline.diagnostic..",
                    "java..",
                    "com.sun.net.httpserver..",
                    "tools.jackson..");

    @ArchTest
    static final ArchRule packages_do_not_depend_on_each_other_in_circles =
            slices().matching("dev.byline.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothing_asks_the_machine_for_its_calendar =
            noClasses().should().dependOnClassesThat().areAssignableTo(Calendar.class);
}
