<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<#import "portal.ftl" as portal>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">${kcSanitize(msg("errorTitle"))?no_esc}
  <#elseif section = "form">
    <div id="kc-error-message">
      <#-- Said where no password was asked for: somebody with an agency's sign-in asks for a new portal password -->
      <p class="lead"><#if message.summary == msg("invalidUserMessage")>${msg("notWithPassword")}<#else>${kcSanitize(message.summary)?no_esc}</#if></p>
      <#if traceId??><p class="hint" id="traceId">${msg("traceIdSupportMessage", traceId)}</p></#if>
    </div>
    <#if portal.url()?has_content>
      <@buttons.way href=portal.url("/") id="backToApplication" label="doStartAgain"/>
    <#elseif !skipLink?? && (client.baseUrl)?has_content>
      <@buttons.way href=client.baseUrl id="backToApplication" label="backToApplication"/>
    </#if>
    <p>${msg("errorHelp")}</p>
  </#if>
</@layout.registrationLayout>
