using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace GameNight.Hosting;

/// <summary>
/// Reads a body that is too large to its end and throws it away before refusing it. The server by itself would hang up
/// first, and most clients, still sending, would see a broken connection instead of the reason.
/// </summary>
public static class BodyLimit
{
    /// <summary>In bytes. For a larger body the server does hang up.</summary>
    private const long LargestThrownAway = 64 << 20;

    /// <summary>Before authorization, which refuses without reading and comes first in what it answers.</summary>
    public static void UseBodyLimit(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint() is { } endpoint && IsTooLarge(context.Request.ContentLength, endpoint))
        {
            context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = LargestThrownAway;
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            context.SetEndpoint(new Endpoint(RefuseAsync, endpoint.Metadata, endpoint.DisplayName));
        }

        await next(context);
    });

    private static bool IsTooLarge(long? length, Endpoint endpoint) =>
        length <= LargestThrownAway && length > endpoint.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize;

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    }
}
