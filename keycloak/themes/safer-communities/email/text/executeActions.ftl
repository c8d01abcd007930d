<#ftl output_format="plainText">
<#if (user.firstName)?has_content>${msg("mailGreeting", user.firstName)}

</#if>
${msg("executeActionsLead")}
<#if requiredActions?? && requiredActions?has_content><#list requiredActions as action>
- ${msg("requiredAction.${action}")}
</#list></#if>

${link}

${msg("mailExpires", linkExpirationFormatter(linkExpiration))}
${msg("executeActionsUnexpected")}

${msg("mailFoot")}
