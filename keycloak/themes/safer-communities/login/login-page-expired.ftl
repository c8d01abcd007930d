<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout; section>
  <#if section = "header">${msg("pageExpiredTitle")}
  <#elseif section = "form">
    <p class="lead">${msg("pageExpiredText")}</p>
    <@buttons.way href=url.loginRestartFlowUrl id="loginRestartLink" label="doStartAgain"/>
    <p><a id="loginContinueLink" href="${url.loginAction}">${msg("pageExpiredContinue")}</a></p>
  </#if>
</@layout.registrationLayout>
