<#-- Lucide icons (ISC), drawn in place so that they take the text's colour; never the only carrier of a meaning. -->
<#macro icon name class="">
<svg class="icon<#if class?has_content> ${class}</#if>" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><#switch name>
<#case "check"><path d="M20 6 9 17l-5-5"/><#break>
<#case "building"><path d="M10 12h4M10 8h4M14 21v-3a2 2 0 0 0-4 0v3M6 10H4a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2V9a2 2 0 0 0-2-2h-2M6 21V5a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v16"/><#break>
<#case "key"><path d="m2 21 9.6-9.6M7.5 15.5l2.3 2.3a1 1 0 0 1 0 1.4l-2.1 2.1a1 1 0 0 1-1.4 0L4 19"/><circle cx="15.5" cy="7.5" r="5.5"/><#break>
<#case "eye"><path d="M2.062 12.348a1 1 0 0 1 0-.696 10.75 10.75 0 0 1 19.876 0 1 1 0 0 1 0 .696 10.75 10.75 0 0 1-19.876 0"/><circle cx="12" cy="12" r="3"/><#break>
<#case "eye-off"><path d="M10.733 5.076a10.744 10.744 0 0 1 11.205 6.575 1 1 0 0 1 0 .696 10.747 10.747 0 0 1-1.444 2.49M14.084 14.158a3 3 0 0 1-4.242-4.242M17.479 17.499a10.75 10.75 0 0 1-15.417-5.151 1 1 0 0 1 0-.696 10.75 10.75 0 0 1 4.446-5.143M2 2l20 20"/><#break>
<#case "error"><circle cx="12" cy="12" r="10"/><path d="M12 8v4M12 16h.01"/><#break>
<#case "success"><circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/><#break>
<#case "warning"><path d="m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3M12 9v4M12 17h.01"/><#break>
<#case "mail"><path d="m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7"/><rect x="2" y="4" width="20" height="16" rx="2"/><#break>
<#case "arrow-right"><path d="M5 12h14M12 5l7 7-7 7"/><#break>
<#default><circle cx="12" cy="12" r="10"/><path d="M12 16v-4M12 8h.01"/>
</#switch></svg></#macro>
