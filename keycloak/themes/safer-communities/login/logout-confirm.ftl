<#import "template.ftl" as layout>
<#import "portal.ftl" as portal>
<@layout.registrationLayout; section>
  <#if section = "header">${msg("logoutConfirmTitle")}
  <#elseif section = "form">
    <p class="lead">${msg("logoutConfirmHeader")}</p>
    <form action="${url.logoutConfirmAction}" method="post">
      <input type="hidden" name="session_code" value="${logoutConfirm.code}">
      <p class="actions"><button class="button button-primary" name="confirmLogout" id="kc-logout" type="submit" value="${msg("doLogout")}">${msg("doLogout")}</button></p>
    </form>
    <#if portal.url()?has_content><p><a href="${portal.url("/")}">${msg("doStaySignedIn")}</a></p></#if>
  </#if>
</@layout.registrationLayout>
