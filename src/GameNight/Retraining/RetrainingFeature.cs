using GameNight.Datasets;
using GameNight.Identity.Erasure;
using GameNight.Models;
using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;
using GameNight.Retraining.Review;
using GameNight.Retraining.Trial;
using GameNight.Storage;
using GameNight.Training.Examples;
using GameNight.Training.Network;
using GameNight.Training.Trees;

namespace GameNight.Retraining;

/// <summary>Registers the algorithms that learn, the pipeline with its review and evaluation, and the training service.</summary>
public static class RetrainingFeature
{
    /// <summary>One lease for all processes that share the store: only one of them trains at a time.</summary>
    private const string LeaseName = "trainer";

    public static void AddRetraining(this IServiceCollection services, TrainingOptions options)
    {
        var (trees, mnist) = (options.Trees, DatasetFiles.FindMnist(null));
        services.AddSingleton(options);
        services.AddSingleton<ILearner>(provider => new AppNetworkLearner(
            provider.GetRequiredService<ModelLibrary>(), options.Network with { Threads = options.Threads }));
        services.AddSingleton<ILearner>(provider => new AppTreesLearner(
            provider.GetRequiredService<ModelLibrary>(), mnist, trees with { Trees = trees.Trees with { Threads = options.Threads } }));
        services.AddSingleton(new GuardSets(mnist?.FullName));
        services.AddSingleton(provider => new ModelEvaluator(
            provider.GetRequiredService<ModelLibrary>(), provider.GetRequiredService<GuardSets>(), options.Threads));
        services.AddSingleton(provider => new OutOfFoldPredictor(
            provider.GetRequiredService<ModelLibrary>(), provider.GetRequiredService<SplitSecret>(), options.Threads));
        services.AddSingleton<SplitSecret>();
        services.AddSingleton<ReviewDecisions>();
        services.AddSingleton<IErasable>(provider => provider.GetRequiredService<ReviewDecisions>());
        services.AddSingleton<TrainingRuns>();
        services.AddSingleton<VersionActivation>();
        services.AddSingleton<Trials>();
        services.AddSingleton<TrialJudge>();
        services.AddSingleton<VersionPruning>();
        services.AddSingleton<RetrainingPipeline>();
        services.AddSingleton<TrainingTriggers>();
        services.AddSingleton(provider => new Lease(
            provider.GetRequiredService<IDocumentStore>(), LeaseName, options.Lease, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<TrainingWorker>();
    }

    /// <summary>Adds the news of what any process trained, and the service that trains in the background, where the options enable it.
    /// </summary>
    public static void AddTrainingService(this IServiceCollection services, TrainingOptions options)
    {
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<RunNews>(provider, options.Poll));
        services.AddHostedService(provider => provider.GetRequiredService<RunNews>());
        if (options.Enabled)
            services.AddHostedService<TrainingService>();
    }
}
