<#ftl output_format="plainText">
<#if (user.firstName)?has_content>${msg("mailGreeting", user.firstName)}

</#if>
${msg("identityProviderLinkLead", identityProviderDisplayName, identityProviderContext.username)}

${msg("identityProviderLinkWarning")}

${link}

${msg("mailExpires", linkExpirationFormatter(linkExpiration))}

${msg("mailFoot")}
