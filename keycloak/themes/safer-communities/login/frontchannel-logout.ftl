<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout; section>
  <#if section = "header">${msg("frontchannel-logout.title")}
  <#elseif section = "form">
    <p class="lead">${msg("frontchannel-logout.message")}</p>
    <ul class="list"><#list logout.clients as client><li>${client.name}<iframe src="${client.frontChannelLogoutUrl}" title="${client.name}" hidden></iframe></li></#list></ul>
    <#if logout.logoutRedirectUri?has_content><@buttons.way href=logout.logoutRedirectUri id="continue" label="doContinue"/></#if>
  </#if>
</@layout.registrationLayout>
