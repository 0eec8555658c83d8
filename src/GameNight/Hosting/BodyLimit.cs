using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace GameNight.Hosting;

/// <summary>
/// Reads a body that is too large to its end and throws it away before refusing it. The server by itself would hang up
/// first, and most clients, still sending, would see a broken connection instead of the reason.
/// </summary>
public static class BodyLimit
{
    /// <summary>The largest body that is thrown away, in bytes. For a larger one the server does hang up.</summary>
    private const long LargestThrownAway = 64 << 20;

    /// <summary>The same for callers who may not make the call: the server does little for them.</summary>
    private const long LargestOfRefusedCallers = 2 << 20;

    public static void AddBodyLimit(this IServiceCollection services) =>
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusedCallers>();

    /// <summary>Comes after authorization, so that only callers who may make the call can have a large body read.</summary>
    public static void UseBodyLimit(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (await ThrowAwayTooLargeAsync(context, LargestThrownAway))
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        else
            await next(context);
    });

    /// <returns>Whether the body was too large for the call, and was thrown away.</returns>
    private static async Task<bool> ThrowAwayTooLargeAsync(HttpContext context, long largest)
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize;
        if (context.Request.ContentLength is not { } length || !(length > limit) || length > largest)
            return false;
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = largest;
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        return true;
    }

    /// <summary>Throws the body of a call away whose caller authorization refuses.</summary>
    private sealed class RefusedCallers : IAuthorizationMiddlewareResultHandler
    {
        private readonly AuthorizationMiddlewareResultHandler _handler = new();

        public async Task HandleAsync(
            RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            if (!authorizeResult.Succeeded)
                await ThrowAwayTooLargeAsync(context, LargestOfRefusedCallers);
            await _handler.HandleAsync(next, context, policy, authorizeResult);
        }
    }
}
