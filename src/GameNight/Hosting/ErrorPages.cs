using GameNight.Http;
using Microsoft.AspNetCore.Diagnostics;

namespace GameNight.Hosting;

/// <summary>Shows people a page where an address is not found or a page fails. Callers of the API get problem details instead.</summary>
public static class ErrorPages
{
    /// <summary>Comes before all other middleware, because it answers only for failures of what comes after it.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePages();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use((context, next) =>
        {
            if (!IsPage(context) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
                pages.Enabled = false;
            return next(context);
        });
    }

    private static bool IsPage(HttpContext context) =>
        !ApiPath.IsCall(context.Request.Path)
        && !context.Request.Path.StartsWithSegments("/health")
        && !context.Request.Path.StartsWithSegments("/openapi");
}
