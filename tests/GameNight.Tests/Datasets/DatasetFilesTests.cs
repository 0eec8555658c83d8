using GameNight.Datasets;
using GameNight.Tests.Storage;

namespace GameNight.Tests.Datasets;

public sealed class DatasetFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void FindMnist_AllFourFiles_IsTheFolder()
    {
        foreach (var file in MnistDownload.Digests.Keys)
            File.WriteAllText(Path.Combine(_folder.Path, file), "");
        Assert.Equal(_folder.Path, DatasetFiles.FindMnist(new DirectoryInfo(_folder.Path))!.FullName);
    }

    [Theory]
    [InlineData(MnistDataset.TrainingImages)]
    [InlineData(MnistDataset.TrainingLabels)]
    [InlineData(MnistDataset.TestImages)]
    [InlineData(MnistDataset.TestLabels)]
    public void FindMnist_OneFileMissing_IsRefused(string missing)
    {
        foreach (var file in MnistDownload.Digests.Keys.Where(file => file != missing))
            File.WriteAllText(Path.Combine(_folder.Path, file), "");
        Assert.Throws<FileNotFoundException>(() => DatasetFiles.FindMnist(new DirectoryInfo(_folder.Path)));
    }

    public void Dispose() => _folder.Dispose();
}
