<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<#import "portal.ftl" as portal>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header"><#if messageHeader??>${kcSanitize(msg("${messageHeader}"))?no_esc}<#else>${message.summary}</#if>
  <#elseif section = "form">
    <div id="kc-info-message">
      <#if messageHeader??><p class="lead">${message.summary}</p></#if>
      <#if requiredActions?? && requiredActions?has_content>
        <p class="lead">${msg("actionsLead")}</p>
        <ul class="list"><#list requiredActions as action><li>${kcSanitize(msg("requiredAction.${action}"))?no_esc}</li></#list></ul>
      </#if>
    </div>
    <#if pageRedirectUri?has_content><@buttons.way href=pageRedirectUri label="backToApplication"/>
    <#elseif actionUri?has_content><@buttons.way href=actionUri label="doContinue"/>
    <#elseif !skipLink??>
      <#if portal.url()?has_content><@buttons.way href=portal.url("/") label="backToApplication"/>
      <#elseif (client.baseUrl)?has_content><@buttons.way href=client.baseUrl label="backToApplication"/></#if>
    </#if>
  </#if>
</@layout.registrationLayout>
