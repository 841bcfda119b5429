// An API server for tests: the machinery of k8s.io/apiserver with the types of k8s.io/api, and nothing around them.
//
// What goes over the wire (lists, watches, patches, discovery, tables, errors) is what kube-apiserver of the same
// version sends, since the same library sends it. What kube-apiserver adds of its own is not here: defaults and
// validation of fields, admission, RBAC, most printed columns; nothing acts on what is stored.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"net"
	"os"
	"reflect"
	"strings"
	"time"

	appsv1 "k8s.io/api/apps/v1"
	authenticationv1 "k8s.io/api/authentication/v1"
	authorizationv1 "k8s.io/api/authorization/v1"
	autoscalingv1 "k8s.io/api/autoscaling/v1"
	autoscalingv2 "k8s.io/api/autoscaling/v2"
	batchv1 "k8s.io/api/batch/v1"
	corev1 "k8s.io/api/core/v1"
	discoveryv1 "k8s.io/api/discovery/v1"
	networkingv1 "k8s.io/api/networking/v1"
	policyv1 "k8s.io/api/policy/v1"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	crdserver "k8s.io/apiextensions-apiserver/pkg/apiserver"
	crdoptions "k8s.io/apiextensions-apiserver/pkg/cmd/server/options"
	crdopenapi "k8s.io/apiextensions-apiserver/pkg/generated/openapi"
	"k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/fields"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	"k8s.io/apimachinery/pkg/util/duration"
	"k8s.io/apimachinery/pkg/util/validation/field"
	"k8s.io/apiserver/pkg/authentication/authenticator"
	"k8s.io/apiserver/pkg/authentication/group"
	"k8s.io/apiserver/pkg/authentication/request/anonymous"
	"k8s.io/apiserver/pkg/authentication/request/bearertoken"
	"k8s.io/apiserver/pkg/authentication/request/union"
	"k8s.io/apiserver/pkg/authentication/request/x509"
	"k8s.io/apiserver/pkg/authentication/token/tokenfile"
	"k8s.io/apiserver/pkg/authentication/user"
	"k8s.io/apiserver/pkg/authorization/authorizer"
	"k8s.io/apiserver/pkg/endpoints/discovery/aggregated"
	"k8s.io/apiserver/pkg/endpoints/openapi"
	"k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/apiserver/pkg/registry/generic"
	"k8s.io/apiserver/pkg/registry/generic/registry"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/apiserver/pkg/server"
	"k8s.io/apiserver/pkg/server/dynamiccertificates"
	"k8s.io/apiserver/pkg/server/options"
	"k8s.io/apiserver/pkg/storage"
	"k8s.io/apiserver/pkg/storage/names"
	"k8s.io/apiserver/pkg/storage/storagebackend"
	"k8s.io/apiserver/pkg/util/compatibility"
	"k8s.io/apiserver/pkg/util/webhook"
	"k8s.io/kube-openapi/pkg/common"

	apiopenapi "machinery/openapi"
)

var (
	scheme = runtime.NewScheme()
	codecs = serializer.NewCodecFactory(scheme)
)

// The library works on a version of its own of each kind. Here it is the served version under another name, so that
// nothing has to be converted.
func register() {
	versions := []schema.GroupVersion{}
	for _, one := range []struct {
		version schema.GroupVersion
		add     func(*runtime.Scheme) error
	}{
		{corev1.SchemeGroupVersion, corev1.AddToScheme}, {appsv1.SchemeGroupVersion, appsv1.AddToScheme},
		{batchv1.SchemeGroupVersion, batchv1.AddToScheme}, {autoscalingv2.SchemeGroupVersion, autoscalingv2.AddToScheme},
		{policyv1.SchemeGroupVersion, policyv1.AddToScheme}, {networkingv1.SchemeGroupVersion, networkingv1.AddToScheme},
		{discoveryv1.SchemeGroupVersion, discoveryv1.AddToScheme}, {authorizationv1.SchemeGroupVersion, authorizationv1.AddToScheme},
		{authenticationv1.SchemeGroupVersion, authenticationv1.AddToScheme},
	} {
		must(one.add(scheme))
		must(scheme.SetVersionPriority(one.version))
		internal := schema.GroupVersion{Group: one.version.Group, Version: runtime.APIVersionInternal}
		for kind, kinds := range scheme.KnownTypes(one.version) {
			if strings.HasPrefix(kinds.PkgPath(), "k8s.io/api/") {
				scheme.AddKnownTypeWithName(internal.WithKind(kind), reflect.New(kinds).Interface().(runtime.Object))
			}
		}
		versions = append(versions, one.version)
	}
	scheme.AddKnownTypes(autoscalingv1.SchemeGroupVersion, &autoscalingv1.Scale{})
	scheme.AddKnownTypes(schema.GroupVersion{Group: "autoscaling", Version: runtime.APIVersionInternal}, &autoscalingv1.Scale{})
	anyField := func(label, value string) (string, string, error) { return label, value, nil }
	for _, kind := range []string{"Pod", "Event"} {
		must(scheme.AddFieldLabelConversionFunc(corev1.SchemeGroupVersion.WithKind(kind), anyField))
	}
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// ---------------------------------------------------------------- what is stored

func part(obj runtime.Object, name string) (reflect.Value, bool) {
	value := reflect.ValueOf(obj).Elem().FieldByName(name)
	return value, value.IsValid()
}

// How objects of a kind are made and changed: the status is written through its own address only.
type strategy struct {
	runtime.ObjectTyper
	names.NameGenerator
	namespaced bool
}

func (s strategy) NamespaceScoped() bool          { return s.namespaced }
func (s strategy) AllowCreateOnUpdate() bool      { return false }
func (s strategy) AllowUnconditionalUpdate() bool { return true }
func (s strategy) Canonicalize(runtime.Object)    {}

func (s strategy) PrepareForCreate(_ context.Context, obj runtime.Object) {
	if status, has := part(obj, "Status"); has {
		status.SetZero()
	}
	switch one := obj.(type) {
	case *corev1.Pod:
		one.Status.Phase = corev1.PodPending
	case *appsv1.Deployment:
		if one.Spec.Replicas == nil {
			one.Spec.Replicas = new(int32)
			*one.Spec.Replicas = 1
		}
	}
	if _, has := part(obj, "Spec"); has {
		accessor, _ := meta.Accessor(obj)
		accessor.SetGeneration(1)
	}
}

func (s strategy) PrepareForUpdate(_ context.Context, obj, old runtime.Object) {
	if status, has := part(obj, "Status"); has {
		before, _ := part(old, "Status")
		status.Set(before)
	}
	if spec, has := part(obj, "Spec"); has {
		before, _ := part(old, "Spec")
		accessor, _ := meta.Accessor(obj)
		was, _ := meta.Accessor(old)
		accessor.SetGeneration(was.GetGeneration())
		if !reflect.DeepEqual(spec.Interface(), before.Interface()) {
			accessor.SetGeneration(was.GetGeneration() + 1)
		}
	}
}

// One rule, so that there is something to refuse.
func (s strategy) Validate(_ context.Context, obj runtime.Object) field.ErrorList {
	if one, is := obj.(*appsv1.Deployment); is && one.Spec.Replicas != nil && *one.Spec.Replicas < 0 {
		return field.ErrorList{field.Invalid(field.NewPath("spec", "replicas"), *one.Spec.Replicas, "must be greater than or equal to 0")}
	}
	return nil
}

func (s strategy) ValidateUpdate(ctx context.Context, obj, _ runtime.Object) field.ErrorList {
	return s.Validate(ctx, obj)
}
func (s strategy) WarningsOnCreate(context.Context, runtime.Object) []string { return nil }
func (s strategy) WarningsOnUpdate(context.Context, runtime.Object, runtime.Object) []string {
	return nil
}

// A pod on a node ends when its kubelet says so.
func (s strategy) CheckGracefulDelete(_ context.Context, obj runtime.Object, options *metav1.DeleteOptions) bool {
	pod, is := obj.(*corev1.Pod)
	if !is {
		return false
	}
	if options.GracePeriodSeconds == nil {
		options.GracePeriodSeconds = new(int64)
		*options.GracePeriodSeconds = 30
		if pod.Spec.TerminationGracePeriodSeconds != nil {
			*options.GracePeriodSeconds = *pod.Spec.TerminationGracePeriodSeconds
		}
	}
	if pod.Spec.NodeName == "" || pod.Status.Phase == corev1.PodFailed || pod.Status.Phase == corev1.PodSucceeded {
		*options.GracePeriodSeconds = 0
	}
	return true
}

type statusStrategy struct{ strategy }

func (s statusStrategy) PrepareForUpdate(_ context.Context, obj, old runtime.Object) {
	spec, _ := part(obj, "Spec")
	before, _ := part(old, "Spec")
	spec.Set(before)
	accessor, _ := meta.Accessor(obj)
	was, _ := meta.Accessor(old)
	accessor.SetGeneration(was.GetGeneration())
}

func attributes(obj runtime.Object) (labels.Set, fields.Set, error) {
	accessor, err := meta.Accessor(obj)
	if err != nil {
		return nil, nil, err
	}
	shown := fields.Set{"metadata.name": accessor.GetName()}
	if accessor.GetNamespace() != "" {
		shown["metadata.namespace"] = accessor.GetNamespace()
	}
	switch one := obj.(type) {
	case *corev1.Pod:
		shown["spec.nodeName"], shown["status.phase"] = one.Spec.NodeName, string(one.Status.Phase)
	case *corev1.Event:
		object := one.InvolvedObject
		shown["involvedObject.kind"], shown["involvedObject.name"] = object.Kind, object.Name
		shown["involvedObject.namespace"], shown["involvedObject.uid"] = object.Namespace, string(object.UID)
		shown["reason"], shown["type"] = one.Reason, one.Type
	}
	return labels.Set(accessor.GetLabels()), shown, nil
}

type kind struct {
	plural, singular string
	namespaced       bool
	object, list     runtime.Object
	short            []string
}

type store struct {
	*registry.Store
	short []string
}

func (s store) ShortNames() []string { return s.short }

type statusStore struct{ store *registry.Store }

func (s statusStore) New() runtime.Object { return s.store.New() }
func (s statusStore) Destroy()            {}
func (s statusStore) Get(ctx context.Context, name string, options *metav1.GetOptions) (runtime.Object, error) {
	return s.store.Get(ctx, name, options)
}
func (s statusStore) Update(ctx context.Context, name string, info rest.UpdatedObjectInfo, create rest.ValidateObjectFunc,
	update rest.ValidateObjectUpdateFunc, _ bool, options *metav1.UpdateOptions) (runtime.Object, bool, error) {
	return s.store.Update(ctx, name, info, create, update, false, options)
}
func (s statusStore) ConvertToTable(ctx context.Context, object, options runtime.Object) (*metav1.Table, error) {
	return s.store.ConvertToTable(ctx, object, options)
}

func fresh(example runtime.Object) func() runtime.Object {
	made := reflect.TypeOf(example).Elem()
	return func() runtime.Object { return reflect.New(made).Interface().(runtime.Object) }
}

func stores(group string, into map[string]rest.Storage, getter generic.RESTOptionsGetter, kinds ...kind) {
	for _, one := range kinds {
		how := strategy{scheme, names.SimpleNameGenerator, one.namespaced}
		resource := schema.GroupResource{Group: group, Resource: one.plural}
		made := &registry.Store{
			NewFunc: fresh(one.object), NewListFunc: fresh(one.list), DefaultQualifiedResource: resource,
			SingularQualifiedResource: schema.GroupResource{Group: group, Resource: one.singular},
			CreateStrategy:            how, UpdateStrategy: how, DeleteStrategy: how,
			TableConvertor: tables{rest.NewDefaultTableConvertor(resource)},
		}
		if one.plural == "events" {
			made.TTLFunc = func(runtime.Object, uint64, bool) (uint64, error) { return 3600, nil }
		}
		must(made.CompleteWithOptions(&generic.StoreOptions{RESTOptions: getter, AttrFunc: attributes}))
		into[one.plural] = store{made, one.short}
		if _, has := part(one.object, "Status"); has {
			status := *made
			status.UpdateStrategy = statusStrategy{how}
			into[one.plural+"/status"] = statusStore{&status}
		}
		switch one.object.(type) {
		case *appsv1.Deployment, *appsv1.StatefulSet, *appsv1.ReplicaSet:
			into[one.plural+"/scale"] = scaleStore{made}
		}
	}
}

// ---------------------------------------------------------------- scale

type scaleStore struct{ store *registry.Store }

func (s scaleStore) New() runtime.Object { return &autoscalingv1.Scale{} }
func (s scaleStore) Destroy()            {}
func (s scaleStore) GroupVersionKind(schema.GroupVersion) schema.GroupVersionKind {
	return autoscalingv1.SchemeGroupVersion.WithKind("Scale")
}
func (s scaleStore) ConvertToTable(ctx context.Context, object, options runtime.Object) (*metav1.Table, error) {
	return s.store.ConvertToTable(ctx, object, options)
}

func replicas(obj runtime.Object) **int32 {
	spec, _ := part(obj, "Spec")
	return spec.FieldByName("Replicas").Addr().Interface().(**int32)
}

func scaleOf(obj runtime.Object) *autoscalingv1.Scale {
	accessor, _ := meta.Accessor(obj)
	scale := &autoscalingv1.Scale{ObjectMeta: metav1.ObjectMeta{Name: accessor.GetName(), Namespace: accessor.GetNamespace(),
		UID: accessor.GetUID(), ResourceVersion: accessor.GetResourceVersion(), CreationTimestamp: accessor.GetCreationTimestamp()}}
	if wanted := *replicas(obj); wanted != nil {
		scale.Spec.Replicas = *wanted
	}
	status, _ := part(obj, "Status")
	scale.Status.Replicas = int32(status.FieldByName("Replicas").Int())
	return scale
}

func (s scaleStore) Get(ctx context.Context, name string, options *metav1.GetOptions) (runtime.Object, error) {
	obj, err := s.store.Get(ctx, name, options)
	if err != nil {
		return nil, err
	}
	return scaleOf(obj), nil
}

// What is asked of the Scale is asked of what it belongs to, within the same attempt to write it.
type scaled struct{ asked rest.UpdatedObjectInfo }

func (s scaled) Preconditions() *metav1.Preconditions { return s.asked.Preconditions() }
func (s scaled) UpdatedObject(ctx context.Context, old runtime.Object) (runtime.Object, error) {
	before := scaleOf(old)
	after, err := s.asked.UpdatedObject(ctx, before)
	if err != nil {
		return nil, err
	}
	scale, is := after.(*autoscalingv1.Scale)
	if !is {
		return nil, errors.NewBadRequest(fmt.Sprintf("expected a Scale, got %T", after))
	}
	obj := old.DeepCopyObject()
	wanted := scale.Spec.Replicas
	*replicas(obj) = &wanted
	accessor, _ := meta.Accessor(obj)
	accessor.SetResourceVersion(scale.ResourceVersion)
	return obj, nil
}

func (s scaleStore) Update(ctx context.Context, name string, info rest.UpdatedObjectInfo, create rest.ValidateObjectFunc,
	update rest.ValidateObjectUpdateFunc, _ bool, options *metav1.UpdateOptions) (runtime.Object, bool, error) {
	obj, _, err := s.store.Update(ctx, name, scaled{info}, create, update, false, options)
	if err != nil {
		return nil, false, err
	}
	return scaleOf(obj), false, nil
}

// ---------------------------------------------------------------- tables

type tables struct{ rest.TableConvertor }

func column(name, kind string) metav1.TableColumnDefinition {
	return metav1.TableColumnDefinition{Name: name, Type: kind, Description: name}
}

func age(meta metav1.ObjectMeta) string {
	return duration.HumanDuration(time.Since(meta.CreationTimestamp.Time))
}

func (t tables) ConvertToTable(ctx context.Context, object, options runtime.Object) (*metav1.Table, error) {
	made := &metav1.Table{}
	row := func(object runtime.Object, cells ...interface{}) {
		made.Rows = append(made.Rows, metav1.TableRow{Cells: cells, Object: runtime.RawExtension{Object: object}})
	}
	pod := func(one *corev1.Pod) {
		ready, again := 0, int32(0)
		for _, each := range one.Status.ContainerStatuses {
			if each.Ready {
				ready++
			}
			again += each.RestartCount
		}
		row(one, one.Name, fmt.Sprintf("%d/%d", ready, len(one.Spec.Containers)), string(one.Status.Phase), int64(again), age(one.ObjectMeta), one.Spec.NodeName)
	}
	deployment := func(one *appsv1.Deployment) {
		row(one, one.Name, fmt.Sprintf("%d/%d", one.Status.ReadyReplicas, **replicas(one)), int64(one.Status.UpdatedReplicas),
			int64(one.Status.AvailableReplicas), age(one.ObjectMeta))
	}
	pods := []metav1.TableColumnDefinition{{Name: "Name", Type: "string", Format: "name"}, column("Ready", "string"), column("Status", "string"),
		column("Restarts", "integer"), column("Age", "string"), {Name: "Node", Type: "string", Priority: 1}}
	deployments := []metav1.TableColumnDefinition{{Name: "Name", Type: "string", Format: "name"}, column("Ready", "string"),
		column("Up-to-date", "integer"), column("Available", "integer"), column("Age", "string")}
	switch one := object.(type) {
	case *corev1.Pod:
		made.ColumnDefinitions = pods
		pod(one)
		made.ResourceVersion = one.ResourceVersion
	case *corev1.PodList:
		made.ColumnDefinitions = pods
		for i := range one.Items {
			pod(&one.Items[i])
		}
		made.ListMeta = one.ListMeta
	case *appsv1.Deployment:
		made.ColumnDefinitions = deployments
		deployment(one)
		made.ResourceVersion = one.ResourceVersion
	case *appsv1.DeploymentList:
		made.ColumnDefinitions = deployments
		for i := range one.Items {
			deployment(&one.Items[i])
		}
		made.ListMeta = one.ListMeta
	default:
		return t.TableConvertor.ConvertToTable(ctx, object, options)
	}
	return made, nil
}

// ---------------------------------------------------------------- who may what

// Read anew for each request, so that a test can give rights and take them away:
// {"name": {"namespaces": ["a"], "verbs": ["get"], "resources": ["pods"]}}, "*" for all of them.
type policy struct{ file string }

type rights struct{ Namespaces, Verbs, Resources []string }

func has(all []string, one string) bool {
	for _, each := range all {
		if each == one || each == "*" {
			return true
		}
	}
	return false
}

func (p policy) Authorize(_ context.Context, asked authorizer.Attributes) (authorizer.Decision, string, error) {
	who := asked.GetUser()
	if who == nil {
		return authorizer.DecisionNoOpinion, "", nil
	}
	if has(who.GetGroups(), user.SystemPrivilegedGroup) {
		return authorizer.DecisionAllow, "", nil
	}
	if !asked.IsResourceRequest() {
		for _, place := range []string{"/api", "/apis", "/version", "/healthz", "/livez", "/readyz", "/openapi"} {
			if asked.GetPath() == place || strings.HasPrefix(asked.GetPath(), place+"/") {
				return authorizer.DecisionAllow, "", nil
			}
		}
		return authorizer.DecisionNoOpinion, "", nil
	}
	if strings.HasPrefix(asked.GetResource(), "selfsubject") && has(who.GetGroups(), user.AllAuthenticated) {
		return authorizer.DecisionAllow, "", nil
	}
	text, err := os.ReadFile(p.file)
	if err != nil {
		return authorizer.DecisionNoOpinion, "", err
	}
	all := map[string]rights{}
	if err := json.Unmarshal(text, &all); err != nil {
		return authorizer.DecisionNoOpinion, "", err
	}
	resource := asked.GetResource()
	if asked.GetSubresource() != "" {
		resource += "/" + asked.GetSubresource()
	}
	given := all[who.GetName()]
	if has(given.Verbs, asked.GetVerb()) && has(given.Resources, resource) && (has(given.Namespaces, asked.GetNamespace())) {
		return authorizer.DecisionAllow, "", nil
	}
	return authorizer.DecisionNoOpinion, "", nil
}

type accessReviews struct{ judge authorizer.Authorizer }

func (r accessReviews) New() runtime.Object     { return &authorizationv1.SelfSubjectAccessReview{} }
func (r accessReviews) Destroy()                {}
func (r accessReviews) NamespaceScoped() bool   { return false }
func (r accessReviews) GetSingularName() string { return "selfsubjectaccessreview" }
func (r accessReviews) Create(ctx context.Context, obj runtime.Object, _ rest.ValidateObjectFunc, _ *metav1.CreateOptions) (runtime.Object, error) {
	review := obj.(*authorizationv1.SelfSubjectAccessReview)
	who, _ := request.UserFrom(ctx)
	asked := authorizer.AttributesRecord{User: who}
	if one := review.Spec.ResourceAttributes; one != nil {
		asked.ResourceRequest, asked.Verb, asked.Namespace, asked.APIGroup, asked.APIVersion = true, one.Verb, one.Namespace, one.Group, one.Version
		asked.Resource, asked.Subresource, asked.Name = one.Resource, one.Subresource, one.Name
	} else if one := review.Spec.NonResourceAttributes; one != nil {
		asked.Path, asked.Verb = one.Path, one.Verb
	} else {
		return nil, errors.NewBadRequest("one of resourceAttributes and nonResourceAttributes must be given")
	}
	decision, why, err := r.judge.Authorize(ctx, asked)
	review.Status = authorizationv1.SubjectAccessReviewStatus{Allowed: decision == authorizer.DecisionAllow, Reason: why}
	if err != nil {
		review.Status.EvaluationError = err.Error()
	}
	return review, nil
}

type selfReviews struct{}

func (r selfReviews) New() runtime.Object     { return &authenticationv1.SelfSubjectReview{} }
func (r selfReviews) Destroy()                {}
func (r selfReviews) NamespaceScoped() bool   { return false }
func (r selfReviews) GetSingularName() string { return "selfsubjectreview" }
func (r selfReviews) Create(ctx context.Context, obj runtime.Object, _ rest.ValidateObjectFunc, _ *metav1.CreateOptions) (runtime.Object, error) {
	review := obj.(*authenticationv1.SelfSubjectReview)
	who, _ := request.UserFrom(ctx)
	review.Status.UserInfo = authenticationv1.UserInfo{Username: who.GetName(), UID: who.GetUID(), Groups: who.GetGroups()}
	return review, nil
}

// ---------------------------------------------------------------- the server

func main() {
	port := flag.Int("port", 6443, "where to listen")
	etcd := flag.String("etcd", "http://127.0.0.1:2379", "where etcd listens")
	cert := flag.String("cert", "server.pem", "the certificate")
	key := flag.String("key", "server.key", "its key")
	clients := flag.String("client-ca", "ca.pem", "whose certificates of clients count")
	tokens := flag.String("tokens", "tokens.csv", "token,name,uid,\"groups\"")
	rightsFile := flag.String("rights", "rights.json", "who may what")
	audit := flag.String("audit", "", "file for the audit log, with its policy beside it (.policy)")
	cached := flag.Bool("watch-cache", true, "keep what is stored in memory, as kube-apiserver does")
	compaction := flag.Duration("compaction", 0, "how often etcd forgets what was before; 0 is never")
	inFlight := flag.Int("max-in-flight", 400, "how many requests at once before 429")
	http2 := flag.Bool("http2", true, "offer HTTP/2")
	flag.Parse()
	register()

	stop := server.SetupSignalContext()
	config := server.NewConfig(codecs)
	config.EffectiveVersion = compatibility.DefaultBuildEffectiveVersion()
	config.MaxRequestsInFlight, config.MaxMutatingRequestsInFlight = *inFlight, *inFlight
	config.AggregatedDiscoveryGroupManager = aggregated.NewResourceManager("apis")

	serving := options.NewSecureServingOptions()
	serving.BindAddress, serving.BindPort = net.ParseIP("127.0.0.1"), *port
	serving.ServerCert.CertKey = options.CertKey{CertFile: *cert, KeyFile: *key}
	serving.DisableHTTP2Serving = !*http2
	must(serving.WithLoopback().ApplyToConfig(config))
	config.PublicAddress = serving.BindAddress

	authority, err := dynamiccertificates.NewDynamicCAContentFromFile("client-ca", *clients)
	must(err)
	must(config.Authentication.ApplyClientCert(authority, config.SecureServing))
	known, err := tokenfile.NewCSV(*tokens)
	must(err)
	var ask authenticator.Request = union.New(x509.NewDynamic(authority.VerifyOptions, x509.CommonNameUserConversion), bearertoken.New(known))
	config.Authentication.Authenticator = union.NewFailOnError(group.NewAuthenticatedGroupAdder(ask), anonymous.NewAuthenticator(nil))
	config.Authorization.Authorizer = policy{*rightsFile}

	definitions := func(reference common.ReferenceCallback) map[string]common.OpenAPIDefinition {
		all := crdopenapi.GetOpenAPIDefinitions(reference)
		for name, one := range apiopenapi.GetOpenAPIDefinitions(reference) {
			all[name] = one
		}
		return all
	}
	namer := openapi.NewDefinitionNamer(scheme, crdserver.Scheme)
	config.OpenAPIConfig = server.DefaultOpenAPIConfig(definitions, namer)
	config.OpenAPIV3Config = server.DefaultOpenAPIV3Config(definitions, namer)

	if *audit != "" {
		log := options.NewAuditOptions()
		log.PolicyFile, log.LogOptions.Path = *audit+".policy", *audit
		must(log.ApplyTo(config))
	}

	backend := storagebackend.NewDefaultConfig("/registry", codecs.LegacyCodec(scheme.PrioritizedVersionsAllGroups()...))
	backend.Transport.ServerList = []string{*etcd}
	backend.CompactionInterval = *compaction
	storageOptions := options.NewEtcdOptions(backend)
	storageOptions.EnableWatchCache = *cached
	must(storageOptions.ApplyTo(config))

	// Custom resources are served by a server of their own behind this one, as in kube-apiserver.
	custom := *config
	custom.PostStartHooks = map[string]server.PostStartHookConfigEntry{}
	custom.Serializer = crdserver.Codecs
	customStorage := *storageOptions
	customStorage.StorageConfig.Codec = crdserver.Codecs.LegacyCodec(apiextensionsv1.SchemeGroupVersion)
	customStorage.SkipHealthEndpoints = true
	must(customStorage.ApplyTo(&custom))
	custom.MergedResourceConfig = crdserver.DefaultAPIResourceConfigSource()
	extensions := crdserver.Config{
		GenericConfig: &server.RecommendedConfig{Config: custom},
		ExtraConfig: crdserver.ExtraConfig{
			CRDRESTOptionsGetter: crdoptions.NewCRDRESTOptionsGetter(customStorage, custom.ResourceTransformers, custom.StorageObjectCountTracker),
			MasterCount:          1,
			AuthResolverWrapper:  webhook.NewDefaultAuthenticationInfoResolverWrapper(nil, nil, custom.LoopbackClientConfig, custom.TracerProvider),
			ServiceResolver:      webhook.NewDefaultServiceResolver(),
		},
	}
	behind, err := extensions.Complete().New(server.NewEmptyDelegate())
	must(err)
	main, err := config.Complete(nil).New("machinery", behind.GenericAPIServer)
	must(err)

	install := func(version schema.GroupVersion, storages map[string]rest.Storage) {
		info := server.NewDefaultAPIGroupInfo(version.Group, scheme, metav1.ParameterCodec, codecs)
		info.VersionedResourcesStorageMap[version.Version] = storages
		if version.Group == "" {
			must(main.InstallLegacyAPIGroup("/api", &info))
		} else {
			must(main.InstallAPIGroup(&info))
		}
	}
	add := func(version schema.GroupVersion, kinds ...kind) {
		storages := map[string]rest.Storage{}
		stores(version.Group, storages, config.RESTOptionsGetter, kinds...)
		install(version, storages)
	}
	add(corev1.SchemeGroupVersion,
		kind{"namespaces", "namespace", false, &corev1.Namespace{}, &corev1.NamespaceList{}, []string{"ns"}},
		kind{"nodes", "node", false, &corev1.Node{}, &corev1.NodeList{}, []string{"no"}},
		kind{"pods", "pod", true, &corev1.Pod{}, &corev1.PodList{}, []string{"po"}},
		kind{"services", "service", true, &corev1.Service{}, &corev1.ServiceList{}, []string{"svc"}},
		kind{"events", "event", true, &corev1.Event{}, &corev1.EventList{}, []string{"ev"}},
		kind{"configmaps", "configmap", true, &corev1.ConfigMap{}, &corev1.ConfigMapList{}, []string{"cm"}},
		kind{"secrets", "secret", true, &corev1.Secret{}, &corev1.SecretList{}, nil},
		kind{"serviceaccounts", "serviceaccount", true, &corev1.ServiceAccount{}, &corev1.ServiceAccountList{}, []string{"sa"}},
		kind{"resourcequotas", "resourcequota", true, &corev1.ResourceQuota{}, &corev1.ResourceQuotaList{}, []string{"quota"}},
		kind{"persistentvolumeclaims", "persistentvolumeclaim", true, &corev1.PersistentVolumeClaim{}, &corev1.PersistentVolumeClaimList{}, []string{"pvc"}})
	add(appsv1.SchemeGroupVersion,
		kind{"deployments", "deployment", true, &appsv1.Deployment{}, &appsv1.DeploymentList{}, []string{"deploy"}},
		kind{"replicasets", "replicaset", true, &appsv1.ReplicaSet{}, &appsv1.ReplicaSetList{}, []string{"rs"}},
		kind{"statefulsets", "statefulset", true, &appsv1.StatefulSet{}, &appsv1.StatefulSetList{}, []string{"sts"}},
		kind{"daemonsets", "daemonset", true, &appsv1.DaemonSet{}, &appsv1.DaemonSetList{}, []string{"ds"}},
		kind{"controllerrevisions", "controllerrevision", true, &appsv1.ControllerRevision{}, &appsv1.ControllerRevisionList{}, nil})
	add(batchv1.SchemeGroupVersion,
		kind{"jobs", "job", true, &batchv1.Job{}, &batchv1.JobList{}, nil},
		kind{"cronjobs", "cronjob", true, &batchv1.CronJob{}, &batchv1.CronJobList{}, []string{"cj"}})
	add(autoscalingv2.SchemeGroupVersion,
		kind{"horizontalpodautoscalers", "horizontalpodautoscaler", true, &autoscalingv2.HorizontalPodAutoscaler{}, &autoscalingv2.HorizontalPodAutoscalerList{}, []string{"hpa"}})
	add(policyv1.SchemeGroupVersion,
		kind{"poddisruptionbudgets", "poddisruptionbudget", true, &policyv1.PodDisruptionBudget{}, &policyv1.PodDisruptionBudgetList{}, []string{"pdb"}})
	add(networkingv1.SchemeGroupVersion,
		kind{"ingresses", "ingress", true, &networkingv1.Ingress{}, &networkingv1.IngressList{}, []string{"ing"}},
		kind{"ingressclasses", "ingressclass", false, &networkingv1.IngressClass{}, &networkingv1.IngressClassList{}, nil},
		kind{"networkpolicies", "networkpolicy", true, &networkingv1.NetworkPolicy{}, &networkingv1.NetworkPolicyList{}, []string{"netpol"}})
	add(discoveryv1.SchemeGroupVersion,
		kind{"endpointslices", "endpointslice", true, &discoveryv1.EndpointSlice{}, &discoveryv1.EndpointSliceList{}, nil})
	install(authorizationv1.SchemeGroupVersion, map[string]rest.Storage{"selfsubjectaccessreviews": accessReviews{config.Authorization.Authorizer}})
	install(authenticationv1.SchemeGroupVersion, map[string]rest.Storage{"selfsubjectreviews": selfReviews{}})
	must(main.PrepareRun().RunWithContext(stop))
}

var _ storage.AttrFunc = attributes
