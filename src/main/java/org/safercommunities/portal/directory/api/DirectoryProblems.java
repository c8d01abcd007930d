package org.safercommunities.portal.directory.api;

import org.safercommunities.portal.shared.ApiRefusals;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the directory refuses. */
@RestControllerAdvice(basePackageClasses = DirectoryApi.class)
class DirectoryProblems extends ApiRefusals {

    DirectoryProblems() {
        super("There is nothing like that for you in the directory.");
    }
}
