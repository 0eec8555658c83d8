using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using GameNight.Models;
using GameNight.Models.Registry;

namespace GameNight.Tests.Models.Registry;

/// <summary>A network to an S3 server on which the upload of one file stops in the middle, until it is cancelled.</summary>
internal sealed class HeldUpload(string file) : HttpClientFactory
{
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the upload is in the middle.</summary>
    public Task Held => _held.Task;

    public IModelRegistry Open(S3Options options)
    {
        var config = (AmazonS3Config)options.Connect().Config;
        config.HttpClientFactory = this;
        return new S3ModelRegistry(new S3Bucket(new AmazonS3Client(config), options), options.Prefix, TimeProvider.System);
    }

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(new Handler(file, _held) { InnerHandler = new SocketsHttpHandler() });

    private sealed class Handler(string file, TaskCompletionSource held) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Put && request.RequestUri!.AbsolutePath.EndsWith($"/{file}", StringComparison.Ordinal))
                request.Content = new HalfContent(request.Content!, held);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class HalfContent : HttpContent
    {
        private readonly HttpContent _whole;
        private readonly TaskCompletionSource _held;

        public HalfContent(HttpContent whole, TaskCompletionSource held)
        {
            (_whole, _held) = (whole, held);
            foreach (var (name, values) in whole.Headers)
                Headers.TryAddWithoutValidation(name, values);
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(
            Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            var content = await _whole.ReadAsByteArrayAsync(cancellationToken);
            await stream.WriteAsync(content.AsMemory(0, content.Length / 2), cancellationToken);
            await stream.FlushAsync(cancellationToken);
            _held.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _whole.Headers.ContentLength ?? 0;
            return _whole.Headers.ContentLength is not null;
        }
    }
}
