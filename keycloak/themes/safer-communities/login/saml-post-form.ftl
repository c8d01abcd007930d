<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">${msg("saml.post-form.title")}
  <#elseif section = "form">
    <p class="lead">${msg("saml.post-form.message")}</p>
    <form name="saml-post-binding" method="post" action="${samlPost.url}" data-sends-itself>
      <#if samlPost.SAMLRequest??><input type="hidden" name="SAMLRequest" value="${samlPost.SAMLRequest}"></#if>
      <#if samlPost.SAMLResponse??><input type="hidden" name="SAMLResponse" value="${samlPost.SAMLResponse}"></#if>
      <#if samlPost.relayState??><input type="hidden" name="RelayState" value="${samlPost.relayState}"></#if>
      <noscript><p class="actions"><button class="button button-primary" type="submit">${msg("doContinue")}</button></p></noscript>
    </form>
  </#if>
</@layout.registrationLayout>
