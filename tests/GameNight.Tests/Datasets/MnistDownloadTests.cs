using GameNight.Datasets;
using GameNight.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GameNight.Tests.Datasets;

/// <summary>Against a real server on this machine that stands in for the mirrors.</summary>
public sealed class MnistDownloadTests : IAsyncLifetime, IDisposable
{
    private const string File = "a-file.gz";
    private static readonly byte[] Right = [.. Enumerable.Range(0, 100_000).Select(i => (byte)i)];
    private static readonly string Digest = ModelPackage.Digest(Right);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"game-night-mnist-{Guid.NewGuid():N}");
    private readonly HttpClient _http = new();
    private WebApplication? _web;
    private int _asked;

    [Fact]
    public async Task Fetch_RightFile_LiesInTheFolder()
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
    public async Task Fetch_WhatIsThere_IsNotFetchedAgain()
    {
        await Fetch("right");
        Assert.Null(await Fetch("right"));
        Assert.Equal(1, _asked);
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
    public async Task Fetch_MirrorsThatFail_AsksTheNext() => Assert.Equal(Mirror("right", File), await Fetch("wrong", "missing", "breaks", "right"));

    [Fact]
    public async Task Fetch_NobodyHasIt_SaysWhyOfEachAndLeavesNothing()
    {
        var refused = await Assert.ThrowsAsync<IOException>(() => Fetch("wrong", "missing", "breaks"));
        Assert.StartsWith($"{File} cannot be fetched. {Mirror("wrong", File)}: It gave another file: its SHA-256 is ", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"{Mirror("missing", File)}: Response status code does not indicate success: 404", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"{Mirror("breaks", File)}: ", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    /// <summary>It breaks before, in or after the header, as it happens.</summary>
    [Fact]
    public async Task Fetch_ConnectionThatBreaks_IsTheMirrorsFailureEachTime()
    {
        for (var i = 0; i < 50; i++)
            Assert.StartsWith($"{File} cannot be fetched. {Mirror("breaks", File)}: ", (await Assert.ThrowsAsync<IOException>(() => Fetch("breaks"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_NobodyAnswers_SaysSo()
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
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [MnistFact]
    public async Task Digests_AreThoseOfTheFilesThatTheGameReads()
    {
        foreach (var (file, digest) in MnistDownload.Digests)
            Assert.Equal(digest, ModelPackage.Digest(await System.IO.File.ReadAllBytesAsync(Path.Combine(DatasetFiles.FindMnist(null)!.FullName, file))));
    }

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        _web = builder.Build();
        _web.MapGet($"/right/{File}", () =>
        {
            _asked++;
            return Results.Bytes(Right);
        });
        _web.MapGet($"/wrong/{File}", () => Results.Bytes(Right[1..]));
        _web.MapGet($"/breaks/{File}", async context =>
        {
            context.Response.ContentLength = Right.Length;
            await context.Response.Body.WriteAsync(Right.AsMemory(0, 10_000));
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        _web.MapGet($"/hangs/{File}", (IHostApplicationLifetime life, CancellationToken gone) =>
            Task.Delay(Timeout.Infinite, CancellationTokenSource.CreateLinkedTokenSource(gone, life.ApplicationStopping).Token));
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

    private Task<Uri?> Fetch(string[] mirrors, CancellationToken cancellation) => MnistDownload.FetchAsync(
        _http, [.. mirrors.Select(mirror => new Uri($"{_web!.Urls.FirstOrDefault() ?? "http://127.0.0.1:1"}/{mirror}"))], File, Digest, _folder, cancellation);

    private void AssertNothingElse() => Assert.Equal([Path.Combine(_folder, File)], Directory.GetFileSystemEntries(_folder));
}
