using System.Net.Http.Headers;
using System.Text;

namespace GameNight.Benchmarks.Endurance.Requests;

/// <summary>One request, right or wrong.</summary>
/// <param name="Header">A further header, as <c>name: value</c>.</param>
internal sealed record OddRequest(
    string Method, string Path, string? Token, string? Accept, string? Header, string? ContentType, string? Body)
{
    public HttpRequestMessage ToMessage()
    {
        var request = new HttpRequestMessage(new HttpMethod(Method), Path);
        if (Token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        if (Accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", Accept);
        if (Header?.Split(": ") is [var name, var value])
            request.Headers.TryAddWithoutValidation(name, value);
        if (Body is null)
            return request;
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
        if (ContentType is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        return request;
    }

    public override string ToString() =>
        $"{Method} {Path} (token {Token ?? "none"}, accepts {Accept ?? "anything"}, {Header}) as {ContentType}: "
        + Body?[..Math.Min(200, Body.Length)];
}
