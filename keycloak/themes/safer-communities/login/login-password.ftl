<#import "template.ftl" as layout>
<#import "password-form.ftl" as passwordForm>
<#import "ask-for-access.ftl" as ask>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("password"); section>
  <#if section = "header">${msg("passwordTitle")}
  <#elseif section = "show-username"><@ask.unknownDomain (auth.attemptedUsername)!""/>
  <#elseif section = "form"><@passwordForm.form messagesPerField.get("password")/>
  </#if>
</@layout.registrationLayout>
