using GameNight.Identity.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace GameNight.Hosting;

/// <summary>How calls of the API are secured, in its description: by the player's cookie or by the host's token.</summary>
internal static class ApiSecurity
{
    private const string Host = "host";
    private const string Player = "player";

    /// <summary>Describes the two schemes, and as a rule for all calls that each may be sent and none need be.</summary>
    public static void Describe(OpenApiDocument document)
    {
        document.AddComponent<IOpenApiSecurityScheme>(Host, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "The host's token.",
        });
        document.AddComponent<IOpenApiSecurityScheme>(Player, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Cookie,
            Name = Players.CookieName,
            Description = "A player's cookie, given with the first page or the first observation. A browser that opened a host's link has "
                + $"{HostCookie.Name} beside it, for some hours.",
        });
        document.Security = [[], Require(Player, document), Require(Host, document)];
    }

    /// <summary>Describes a call that is not for every caller: only the host, or the player who drew and the host.</summary>
    public static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Any(data => data.Policy == HostPolicy.Name))
            operation.Security = [Require(Host, context.Document)];
        else if (operation.Responses?.ContainsKey("403") == true)
            operation.Security = [Require(Player, context.Document), Require(Host, context.Document)];
    }

    private static OpenApiSecurityRequirement Require(string scheme, OpenApiDocument? document) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };
}
