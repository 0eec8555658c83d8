using GameNight.Datasets;
using GameNight.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GameNight.Tests.Datasets;

/// <summary>Downloads from a real web server on this machine, whose folders are mirrors that work or fail.</summary>
public sealed class MnistDownloadTests : IAsyncLifetime, IDisposable
{
    private const string File = "a-file.gz";
    private static readonly byte[] Right = [.. Enumerable.Range(0, 100_000).Select(i => (byte)i)];
    private static readonly string Digest = ModelPackage.Digest(Right);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"game-night-mnist-{Guid.NewGuid():N}");
    private readonly HttpClient _http = new();
    private WebApplication? _web;
    private int _requests;

    [Fact]
    public async Task Fetch_RightFile_IsInTheFolder()
    {
        Assert.Equal(Mirror("right", File), await Fetch("right"));
        Assert.Equal(Right, await System.IO.File.ReadAllBytesAsync(Path.Combine(_folder, File)));
        AssertNothingElse();
    }

    [Theory]
    [InlineData("right")]
    [InlineData("right/")]
    public async Task Fetch_AddressWithOrWithoutSlash_IsTheFolder(string mirror) => Assert.NotNull(await Fetch(mirror));

    [Fact]
    public async Task Fetch_FileThatIsThere_IsNotFetchedAgain()
    {
        await Fetch("right");
        Assert.Null(await Fetch("right"));
        Assert.Equal(1, _requests);
    }

    [Fact]
    public async Task Fetch_DamagedFileThatIsThere_IsReplaced()
    {
        Directory.CreateDirectory(_folder);
        await System.IO.File.WriteAllTextAsync(Path.Combine(_folder, File), "cut short");
        Assert.NotNull(await Fetch("right"));
        Assert.Equal(Right, await System.IO.File.ReadAllBytesAsync(Path.Combine(_folder, File)));
    }

    [Fact]
    public async Task Fetch_MirrorsThatFail_TriesTheNext() =>
        Assert.Equal(Mirror("right", File), await Fetch("wrong", "missing", "breaks", "right"));

    [Fact]
    public async Task Fetch_AllMirrorsFail_NamesTheReasonsAndLeavesNothing()
    {
        var refused = await Assert.ThrowsAsync<IOException>(() => Fetch("wrong", "missing", "breaks"));
        string[] parts =
        [
            $"{File} can't be fetched. {Mirror("wrong", File)}: It gave another file: its SHA-256 is ",
            $"{Mirror("missing", File)}: Response status code does not indicate success: 404",
            $"{Mirror("breaks", File)}: ",
        ];
        Assert.StartsWith(parts[0], refused.Message, StringComparison.Ordinal);
        Assert.All(parts, part => Assert.Contains(part, refused.Message, StringComparison.Ordinal));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    /// <summary>Repeated, because the connection may break before, in or after the headers.</summary>
    [Fact]
    public async Task Fetch_ConnectionThatBreaks_IsTheMirrorsFailureEachTime()
    {
        for (var i = 0; i < 50; i++)
        {
            var refused = await Assert.ThrowsAsync<IOException>(() => Fetch("breaks"));
            Assert.StartsWith($"{File} can't be fetched. {Mirror("breaks", File)}: ", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Fetch_NoServer_IsRefused()
    {
        await _web!.StopAsync();
        var refused = await Assert.ThrowsAsync<IOException>(() => Fetch("right"));
        Assert.Contains("refused", refused.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Fetch_Cancelled_LeavesNothing()
    {
        using var cancellation = new CancellationTokenSource();
        var fetching = Fetch(["hangs"], cancellation.Token);
        await Eventually.TrueAsync(() => fetching.IsCompleted
            || (Directory.Exists(_folder) && new DirectoryInfo(_folder).GetFiles("*.partial") is [{ Length: > 0 }]));
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [MnistFact]
    public async Task Digests_OriginalFiles_AreTheirs()
    {
        var folder = DatasetFiles.FindMnist(null)!.FullName;
        foreach (var (file, digest) in MnistDownload.Digests)
            Assert.Equal(digest, ModelPackage.Digest(await System.IO.File.ReadAllBytesAsync(Path.Combine(folder, file))));
    }

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        _web = builder.Build();
        _web.MapGet($"/right/{File}", () =>
        {
            _requests++;
            return Results.Bytes(Right);
        });
        _web.MapGet($"/wrong/{File}", () => Results.Bytes(Right[1..]));
        _web.MapGet($"/breaks/{File}", async context =>
        {
            await SendPartAsync(context);
            context.Abort();
        });
        _web.MapGet($"/hangs/{File}", async (HttpContext context, IHostApplicationLifetime lifetime, CancellationToken aborted) =>
        {
            await SendPartAsync(context);
            await Task.Delay(
                Timeout.Infinite, CancellationTokenSource.CreateLinkedTokenSource(aborted, lifetime.ApplicationStopping).Token);
        });
        await _web.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _web!.DisposeAsync();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    public void Dispose() => _http.Dispose();

    private Uri Mirror(string mirror, string file = "") => new($"{_web!.Urls.First()}/{mirror}/{file}");

    private Task<Uri?> Fetch(params string[] mirrors) => Fetch(mirrors, default);

    private Task<Uri?> Fetch(string[] mirrors, CancellationToken cancellation)
    {
        // A server that has stopped has no address any more.
        var server = _web!.Urls.FirstOrDefault() ?? "http://127.0.0.1:1";
        var addresses = mirrors.Select(mirror => new Uri($"{server}/{mirror}")).ToList();
        return MnistDownload.FetchAsync(_http, addresses, File, Digest, _folder, cancellation);
    }

    private static async Task SendPartAsync(HttpContext context)
    {
        context.Response.ContentLength = Right.Length;
        await context.Response.Body.WriteAsync(Right.AsMemory(0, 10_000));
        await context.Response.Body.FlushAsync();
    }

    private void AssertNothingElse() => Assert.Equal([Path.Combine(_folder, File)], Directory.GetFileSystemEntries(_folder));
}
