using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace GameNight.Hosting;

/// <summary>
/// Reads a body that is too large to its end and throws it away before refusing it. The server by itself would hang up
/// first, and most clients, still sending, would see a broken connection instead of the reason.
/// </summary>
public static class BodyLimit
{
    /// <summary>A body larger than this is not worth the wait; there the server does hang up.</summary>
    private const long LargestThrownAway = 64 << 20;

    public static void UseBodyLimit(this WebApplication app) => app.Use(async (context, next) =>
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize;
        if (context.Request.ContentLength is not { } length || length <= (limit ?? long.MaxValue) || length > LargestThrownAway)
        {
            await next(context);
            return;
        }

        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = LargestThrownAway;
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    });
}
