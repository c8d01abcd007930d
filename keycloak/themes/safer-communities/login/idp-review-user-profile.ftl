<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<#import "portal.ftl" as portal>
<#import "profile-fields.ftl" as profileFields>
<#-- Shown at a first sign-in through an agency when what the agency sent cannot be used: a name or the e-mail is missing,
     or the e-mail is not one of the agency's. The last cannot be put right here, so no form is offered. -->
<#assign missing = false>
<#assign given = "">
<#list profile.attributes as attribute>
  <#if attribute.name == "email"><#assign given = attribute.value!""></#if>
  <#if attribute.required && !(attribute.value!"")?has_content><#assign missing = true></#if>
</#list>
<#assign agency = (org.name)!msg("yourAgency")>
<#assign foreign = given?has_content && org?? && !org.domains?seq_contains(given?keep_after_last("@")?lower_case)>
<@layout.registrationLayout displayMessage=messagesPerField.exists("global"); section>
  <#if section = "header"><#if foreign>${msg("foreignEmailTitle")}<#else>${msg("loginIdpReviewProfileTitle")}</#if>
  <#elseif section = "form">
    <#if foreign>
      <p class="lead">${msg("foreignEmail", agency, given)}</p>
      <p>${msg("foreignEmailDomains", agency)} <#list org.domains?sort as domain><strong>@${domain}</strong><#sep>, </#list>. ${msg("foreignEmailNext")}</p>
      <#if portal.url()?has_content><@buttons.way href=portal.askForAccess(given) label="askForAccess"/></#if>
      <p><a href="${url.loginRestartFlowUrl}">${msg("doUseAnotherEmail")}</a></p>
    <#else>
      <p class="lead">${msg("reviewProfileLead", agency)}</p>
      <form id="kc-idp-review-profile-form" action="${url.loginAction}" method="post">
        <@profileFields.fields/>
        <@buttons.actionGroup><@buttons.button label="doContinue"/></@buttons.actionGroup>
      </form>
    </#if>
  </#if>
</@layout.registrationLayout>
