using System.Text;
using GameNight.Storage;

namespace GameNight.Tests.Storage;

/// <summary>The contract of <see cref="IDocumentStore"/>. Each store's tests inherit it and say how one is made.</summary>
public abstract class DocumentStoreContract
{
    /// <summary>Opens the store of this test. Each call makes another instance, as of another process, of the same documents.</summary>
    protected abstract IDocumentStore Open();

    [Fact]
    public async Task Find_Nothing_IsNull() => Assert.Null(await Open().FindAsync("runs", "none", default));

    [Fact]
    public async Task Write_New_IsRevisionOne()
    {
        Assert.True(await WriteAsync("a", "first", 0));
        var document = await Open().FindAsync("runs", "a", default);
        Assert.Equal(
            ("runs", "a", 1L, "first"),
            (document!.Collection, document.Name, document.Revision, Encoding.UTF8.GetString(document.Content)));
    }

    [Fact]
    public async Task Write_OverTheCurrentRevision_ReplacesIt()
    {
        await WriteAsync("a", "first", 0);
        Assert.True(await WriteAsync("a", "second", 1));
        Assert.True(await WriteAsync("a", "third", 2));
        Assert.Equal((3L, "third"), await ReadAsync("a"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Write_OverAnotherRevision_ChangesNothing(long revision)
    {
        await WriteAsync("a", "first", 0);
        await WriteAsync("a", "second", 1);
        Assert.False(await WriteAsync("a", "mine", revision));
        Assert.Equal((2L, "second"), await ReadAsync("a"));
    }

    [Fact]
    public async Task Write_OverAMissingDocument_WritesNothing()
    {
        Assert.False(await WriteAsync("a", "mine", 1));
        Assert.Null(await Open().FindAsync("runs", "a", default));
    }

    [Fact]
    public async Task Write_ByManyAtOnce_OneSucceedsForEachRevision()
    {
        await WriteAsync("a", "0", 0);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var done = 0; done < 10;)
            {
                var (revision, content) = await ReadAsync("a");
                if (await WriteAsync("a", $"{int.Parse(content, System.Globalization.CultureInfo.InvariantCulture) + 1}", revision))
                    done++;
            }
        })));
        Assert.Equal((81L, "80"), await ReadAsync("a"));
    }

    [Fact]
    public async Task List_Collection_IsInTheOrderOfNames()
    {
        foreach (var name in new[] { "b", "a", "C", "a/1", "ü" })
            await WriteAsync(name, name, 0);
        await Open().TryWriteAsync("leases", "trainer", [1], 0, default);
        Assert.Equal(["C", "a", "a/1", "b", "ü"], (await Open().ListAsync("runs", default)).Select(document => document.Name));
        Assert.Empty(await Open().ListAsync("nothing", default));
    }

    [Fact]
    public async Task List_MoreThanOneAnswerHolds_ListsAll()
    {
        // An answer of DynamoDB has at most 1 MB.
        for (var i = 0; i < 6; i++)
            Assert.True(await Open().TryWriteAsync("runs", $"{i}", new byte[IDocumentStore.MaxContent], 0, default));
        Assert.Equal(6, (await Open().ListAsync("runs", default)).Count);
    }

    [Fact]
    public async Task Write_TooLarge_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentException>(
            () => Open().TryWriteAsync("runs", "a", new byte[IDocumentStore.MaxContent + 1], 0, default));

    [Fact]
    public async Task Write_Empty_ReadsBackEmpty()
    {
        Assert.True(await Open().TryWriteAsync("runs", "a", [], 0, default));
        Assert.Empty((await Open().FindAsync("runs", "a", default))!.Content);
    }

    [Fact]
    public async Task Delete_Twice_IsGoneWithoutError()
    {
        await WriteAsync("a", "first", 0);
        await Open().DeleteAsync("runs", "a", default);
        await Open().DeleteAsync("runs", "a", default);
        Assert.Null(await Open().FindAsync("runs", "a", default));
        Assert.True(await WriteAsync("a", "again", 0));
    }

    [Fact]
    public async Task ListAll_TwoCollections_HasBothWithTheirRevisions()
    {
        await WriteAsync("a", "first", 0);
        await WriteAsync("a", "second", 1);
        await Open().TryWriteAsync("names", "b", [1, 2], 0, default);

        var all = (await Open().ListAllAsync(default)).OrderBy(document => document.Name).ToList();

        Assert.Equal([("runs", "a", 2L), ("names", "b", 1L)], all.Select(one => (one.Collection, one.Name, one.Revision)));
        Assert.Equal([1, 2], all[1].Content);
    }

    private Task<bool> WriteAsync(string name, string content, long revision) =>
        Open().TryWriteAsync("runs", name, Encoding.UTF8.GetBytes(content), revision, default);

    private async Task<(long Revision, string Content)> ReadAsync(string name) =>
        await Open().FindAsync("runs", name, default) is { } document
            ? (document.Revision, Encoding.UTF8.GetString(document.Content))
            : default;
}
