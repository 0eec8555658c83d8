using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Amazon.Runtime;

namespace GameNight.Tests.Observations.DynamoDb;

/// <summary>
/// A network to a DynamoDB server on which the first attempt at every write fails: its answer is lost or, with
/// <paramref name="isBusy"/>, the server throttles it.
/// </summary>
internal sealed class LossyNetwork(bool isBusy) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(new FaultyHandler(isBusy) { InnerHandler = new SocketsHttpHandler() });

    private sealed class FaultyHandler(bool isBusy) : DelegatingHandler
    {
        private readonly ConcurrentDictionary<string, bool> _attempted = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var isWrite = request.Headers.GetValues("X-Amz-Target").Single() is var target
                && (target.EndsWith(".PutItem", StringComparison.Ordinal) || target.EndsWith(".UpdateItem", StringComparison.Ordinal));
            // The SDK sends every attempt at one call with the same id.
            var isFirst = isWrite && _attempted.TryAdd(request.Headers.GetValues("amz-sdk-invocation-id").Single(), true);
            if (isFirst && isBusy)
            {
                return new HttpResponseMessage(HttpStatusCode.BadRequest)
                {
                    Content = new StringContent(
                        """{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException","message":"slow down"}""",
                        Encoding.UTF8,
                        "application/x-amz-json-1.0"),
                };
            }

            var response = await base.SendAsync(request, cancellationToken);
            if (!isFirst)
                return response;
            response.Dispose();
            throw new HttpRequestException("The connection was lost.");
        }
    }
}
