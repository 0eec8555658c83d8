using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace GameNight.Http;

/// <summary>
/// What endpoints say of themselves in the API's description: tags, parameters, and examples of what is sent and answered. The
/// examples are made when the description is asked for, and written as the API writes JSON.
/// </summary>
public static class OpenApiConventions
{
    private const string Json = "application/json";

    /// <summary>Puts calls under a heading of the description.</summary>
    /// <param name="calls">A call or a group of calls.</param>
    /// <param name="name">The heading.</param>
    /// <param name="description">What the calls under it are for, in a sentence.</param>
    public static RouteGroupBuilder WithTag(this RouteGroupBuilder calls, string name, string description)
    {
        calls.WithTags(name).AddOpenApiOperationTransformer((_, context, _) =>
        {
            foreach (var tag in context.Document?.Tags?.Where(tag => tag.Name == name) ?? [])
                tag.Description = description;
            return Task.CompletedTask;
        });
        return calls;
    }

    /// <summary>Explains a parameter of the path, in each of the calls.</summary>
    /// <param name="calls">A call or a group of calls.</param>
    /// <param name="name">The parameter's name in the path.</param>
    /// <param name="description">What it is, in a sentence.</param>
    /// <param name="example">A value.</param>
    public static TBuilder WithParameter<TBuilder>(this TBuilder calls, string name, string description, string example)
        where TBuilder : IEndpointConventionBuilder =>
        calls.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(parameter => parameter.Name == name) ?? [])
                (parameter.Description, parameter.Example) = (description, example);
            return Task.CompletedTask;
        });

    /// <summary>Adds an example of the body that is sent.</summary>
    /// <param name="call">The call.</param>
    /// <param name="name">What the example shows, in a word or two.</param>
    /// <param name="body">Makes it.</param>
    public static RouteHandlerBuilder WithRequestExample(this RouteHandlerBuilder call, string name, Func<object> body) =>
        call.AddOpenApiOperationTransformer((operation, context, _) =>
        {
            if (operation.RequestBody?.Content?[Json] is { } content)
            {
                content.Examples ??= new Dictionary<string, IOpenApiExample>();
                content.Examples[name] = new OpenApiExample { Summary = name, Value = ToJson(body(), context) };
            }

            return Task.CompletedTask;
        });

    /// <summary>Adds an example of the body that is answered.</summary>
    /// <param name="call">The call.</param>
    /// <param name="body">Makes it.</param>
    /// <param name="contentType">The content type: of a body that is no JSON the example is a string.</param>
    public static RouteHandlerBuilder WithExample(this RouteHandlerBuilder call, Func<object> body, string contentType = Json) =>
        call.AddOpenApiOperationTransformer((operation, context, _) =>
        {
            foreach (var (_, response) in operation.Responses ?? [])
            {
                if (response.Content?.TryGetValue(contentType, out var content) == true)
                    content.Example = ToJson(body(), context);
            }

            return Task.CompletedTask;
        });

    private static JsonNode? ToJson(object value, OpenApiOperationTransformerContext context) => JsonSerializer.SerializeToNode(
        value, context.ApplicationServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);
}
